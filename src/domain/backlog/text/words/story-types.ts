/**
 * Words for "story" in names of issue types: Jira's own in the languages that it ships, and what teams call theirs
 * ("User Story", "Technical Story", "Historia de usuario").
 */
export const STORY_WORDS: readonly string[] = [
  'story userstory historia história histoire récit verhaal gebruikersverhaal userverhaal storia historyjka opowieść',
  'historie příběh berättelse användarberättelse brukerhistorie brugerhistorie tarina käyttäjätarina hikaye история',
  '故事 用户故事 使用者故事 ストーリー ユーザーストーリー ユーザストーリー 스토리',
].flatMap((line) => line.split(' '));
