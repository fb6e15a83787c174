/**
 * How a user story is framed in one language: "As a ROLE, I WANT …, so that BENEFIT". Pieces of patterns, matched without
 * regard to case, in text whose runs of white space are single spaces.
 */
export interface StoryFrame {
  readonly language: string;
  /** What comes before the role. */
  readonly as: string;
  readonly article: string;
  /** What no role starts with, after an article or without: "as a result". */
  readonly noRole: string;
  /** What no role without an article starts with: "as discussed", "as it". "As an IT manager" has one. */
  readonly notBare: string;
  /** What a role does not hold: a clause ("as all flags are defaults, we can"), unless it tells the role ("a user who is"). */
  readonly clause?: string;
  /** "I want" at the start of a story that names nobody. */
  readonly alone: string;
  /** The wish, from its pronoun or verb on. */
  readonly want: string;
  /** What opens a benefit. */
  readonly benefit: string;
  /** What may follow a wish directly without being its benefit: "chcę, aby". */
  readonly complement?: string;
}

/** What "so" follows where it opens no benefit: "and so on", "if so", "it is so slow". */
const BEFORE_SO = String.raw`(?<!\b(?:and|or|do|does|did|doing|done|even|if|is|are|was|were|be|been|not|why|how|just|ever|quite|very|more|say|think|hope|it|take|takes|in|with|for|of) )`;
/** What "so" only says the degree of: "so many", "so slowly", "so easy that". "So large files load" is a benefit. */
const DEGREE = String.raw`(?:(?:much|many|few|little|far|long|often|soon|on|forth|forward|called|to (?:speak|say)|(?!only|family|supply|reply)\p{L}+ly)\b|\p{L}+ (?:that|as|an?)\b)`;
/**
 * Verbs of purpose. Another infinitive at the end of a wish may as well be a part of it: "the form to fill in". So may these,
 * right after it ("I want to ensure"), after the thing that should do so ("I want the app to ensure") and after "how".
 */
const PURPOSE = String.raw`(?=to (?:be sure|make sure|make it (?:easy|easier|possible)|ensure|avoid|prevent|reduce|improve|minimi[sz]e|maximi[sz]e|facilitate|speed up|save (?:time|money|effort|space)|account for|comply with|better understand)\b)(?<=^ ?to \p{L}+ .{6,})(?<!\b(?:able|ability|abilities|option|options|opportunity|possibility|possible|chance|way|ways|how|and|or|need|needs|tools?|steps?|tips?|measures|actions|me|us|them|users|people|everyone|someone|something|needed|required|used|try|attempts?|continue) )to \p{L}+`;

const ENGLISH_BENEFITS: readonly string[] = [
  String.raw`so ?-?that\b`,
  String.raw`${BEFORE_SO}so as (?:not )?to\b`,
  String.raw`${BEFORE_SO}so (?:not )?to (?!speak|say)`,
  String.raw`${BEFORE_SO}so (?!${DEGREE})(?=[\p{L}\p{N}'’]+,? [\p{L}\p{N}])`,
  String.raw`(?<=[.;] ?)so,? `,
  String.raw`such that\b`,
  String.raw`in ?or?der (?:to|that|for)\b`,
  String.raw`be(?:cau|acu|cua)se\b`,
  String.raw`since (?=(?:I|we|you|they|he|she|it|the|this|that|my|our|their|there)\b)`,
  String.raw`, as (?:it|this|that|these|those|there)\b`,
  String.raw`as (?:it|this) (?:will|would|helps|makes|gives|allows|enables|lets|saves)\b`,
  String.raw`, (?:enabling|allowing|helping|making it)\b`,
  // Not "want, when …, to see", nor "to add, to edit and to delete".
  String.raw`, (?=to \p{L}+ )(?!.*\b(?:and|or) to\b)(?<=^ ?[^,]{8,}, )to `,
  PURPOSE,
  String.raw`which (?:will|would) (?:\p{L}+ )?(?:allow|enable|help|let|make|save|give)\b`,
  String.raw`which (?:allows|enables|helps|lets|makes|saves|gives) (?:me|us|it|them|users)\b`,
  String.raw`[.;] (?:this|that|it) (?:is (?:to|so|because)|(?:will|would|should) (?:help|allow|enable|let|make|save|give|ensure|reduce)|helps|allows|enables|lets|makes|saves|gives|ensures)\b`,
  String.raw`(?:this|that) way,? (?=(?:I|we|you|they|he|she|it|the|my|our)\b)`,
  String.raw`with the (?:goal|aim|purpose|intention) of\b`,
  String.raw`in (?:the )?hopes? (?:of|that|to)\b`,
  String.raw`for the (?:purpose|sake) of\b`,
  String.raw`(?:thereby|thus|hence|therefore)\b`,
];

const ENGLISH: StoryFrame = {
  language: 'en',
  as: 'as',
  article: 'an?|the|one|our|your|any|some',
  noRole: String.raw`(?:result|consequence|workaround|first|second|next|last|final|side|note|matter|follow|reminder|example|aside|alternative|quick|temporary|precaution|rule|test|work|way|bonus|start|general rule|compromise|preliminary|preparation|prerequisite|stopgap|fallback|hack|improvement|enhancement|optimi[sz]ation|stretch goal|safety (?:net|measure)|concrete|experiment|sanity)\b`,
  notBare: String.raw`(?:\w+ed (?:by|in|out|here|above|below|before|earlier|on|at|from|with|for|to)\b|and|or|mentioned|discussed|described|noted|stated|said|shown|explained|suggested|requested|agreed|reported|seen|expected|usual|always|already|of|per|far|soon|long|much|many|well|good|if|though|in|for|to|with|by|at|on|from|above|below|before|part|such|opposed|you|we|it|he|she|they|there|this|that|these|those|I|my|our|is|are|was|were|all|some|most|both|each|every|only|when|while|long)\b`,
  clause: String.raw`^(?!.*\b(?:who|that|which|whose|where|when|with)\b).* (?:is|are|was|were|has|have|had|will|would|can|could|should|shall|must|does|did|we|they|it|you|there)\b`,
  alone: String.raw`I(?:['’]d| would)? (?:want|need|wish|like)\b`,
  // A slip of the keyboard, or a pronoun forgotten, is no reason to ask for the role.
  want: String.raw`(?:(?:I|we)(?:['’](?:d|m|ll|ve))?(?: (?:do|does|not|don['’]?t|only|also|just|really|always|still|sometimes|often|now|then|definitely|sometimes|probably|would|will|may|might|am|are))* (?:want(?:ed|s|['’]t)?|wan|wnat|whant|wanna|wish|need|needs|like|love|prefer|hope|expect|desire|require|demand|must|should|shall|can|could|cannot|can['’]?t|able|have|get|see|be|seek|look|use|know|receive|find|understand|access|view|create|manage|learn|choose|select|search|provide|add|keep|download|upload|submit)|(?<=, ?)(?:want|wants|wanting|need|needs|would like)(?= (?:to|an?|the|my)\b))\b`,
  benefit: ENGLISH_BENEFITS.join('|'),
};

const GERMAN: StoryFrame = {
  language: 'de',
  as: 'als',
  article: 'eine?[rnms]?|der|die|das',
  noRole: String.raw`(?:erste[rns]?|nächste[rns]?|letzte[rns]?|folge|ergebnis|beispiel|alternative|workaround)\b`,
  notBare: String.raw`(?:ob|auch|wäre|wenn|nur|bisher|erwartet|ich|wir|sie|er|es)\b`,
  alone: String.raw`ich (?:möchte|will|brauche|benötige|wünsche)\b`,
  want: String.raw`(?:(?:möchten?|will|wollen|wünsche|wünschen|brauchen?|benötigen?|muss|müssen|kann|können|soll|sollte|darf|würde|wäre|hätte|habe|bin) (?:ich|wir|mir)\b|(?:ich|wir) (?:möchten?|will|wollen|wünschen?|brauchen?|benötigen?|muss|müssen|kann|können|soll|sollte|darf|würde|hätte)\b)`,
  benefit: String.raw`damit\b|so ?dass\b|um (?=.{1,300}?zu)|weil\b|, da (?:ich|wir|sie|er|es|sonst|die|der|das)\b|denn (?:ich|wir|so|sonst)\b|, so kann\b|auf diese weise\b`,
};

const FRENCH: StoryFrame = {
  language: 'fr',
  as: String.raw`en (?:tant|ma qualité|qualité) (?:que|qu['’]|de|d['’])`,
  article: "une?|les?|la|l['’]",
  noRole: String.raw`(?:telle?|possible)\b`,
  notBare: String.raw`(?:je|il|elle|nous|on)\b`,
  alone: String.raw`(?:je (?:veux|souhaite|souhaiterais|voudrais)|j['’]aimerais)\b`,
  want: String.raw`(?:je|j['’]|nous|on) ?(?:ne |n['’])?(?:veux|veut|voulons|souhaite|souhaitons|souhaiterais|voudrais|voudrions|aimerais|aimerions|dois|devons|peux|pouvons|puisse|désire|désirons|ai besoin|avons besoin|attends|cherche)\b`,
  benefit: String.raw`afin (?:de|d['’]|que|qu['’])|pour (?:que\b|qu['’]|(?:ne pas |ne plus |mieux |toujours |me |m['’]|se |s['’]|nous |y |en |l['’])*(?!(?:notre|votre|autre|chaque autre|octobre|septembre|novembre|décembre|mettre|hier)\b)[\p{L}]{2,}(?:er|ir|re|oir)\b(?!s))|de (?:sorte|manière|façon) (?:que|qu['’]|à)|parce (?:que|qu['’])|, car\b|car (?=(?:je|j['’]|il|elle|on|nous|cela|ça|c['’]|le|la|les|sinon)(?:[ '’]|(?<=['’])))|puisque?\b|dans le but (?:de|d['’])|ce qui (?:me|nous|permet)|(?:ainsi|comme ça),? (?:je|j['’]|nous|on)(?:(?<=['’])|\b)`,
};

const SPANISH: StoryFrame = {
  language: 'es',
  as: 'como|en calidad de',
  article: 'una?|el|la|los|las',
  noRole: String.raw`(?:resultado|ejemplo|consecuencia|alternativa|mínimo|primer)\b`,
  notBare: String.raw`(?:siempre|se|si|ya|yo|no|puede|parte|tal|esto)\b`,
  alone: String.raw`(?:yo )?(?:quiero|quisiera|me gustaría)\b`,
  want: String.raw`(?:yo )?(?:no )?(?:quiero|quisiera|querría|queremos|necesito|necesitamos|deseo|deseamos|desearía|requiero|me gustaría|nos gustaría|debo|puedo|podemos|espero|busco)\b`,
  benefit: String.raw`para (?:que\b|(?:no |así |poder |yo )*(?!(?:lugar|par|mujer|ayer|cualquier)\b)[\p{L}]{1,}(?:ar|er|ir|ír)(?:l[aoe]s?|me|se|nos|te)*\b)|(?:a|con el) (?:fin|objeto|objetivo|propósito) de\b|de (?:modo|manera|forma|tal manera|tal forma|tal modo) que\b|porque\b|ya que\b|puesto que\b|, así (?!como\b)|lo (?:que|cual) me\b`,
};

const PORTUGUESE: StoryFrame = {
  language: 'pt',
  as: 'como|enquanto|na qualidade de|sendo',
  article: 'uma?|o|a|os|as',
  noRole: String.raw`(?:resultado|exemplo|consequência|alternativa|mínimo|primeiro|primeira)\b`,
  notBare: String.raw`(?:sempre|se|já|eu|não|pode|parte|tal|isso)\b`,
  alone: String.raw`(?:eu )?(?:quero|gostaria)\b`,
  want: String.raw`(?:eu )?(?:não )?(?:quero|queria|queremos|gostaria|gostaríamos|preciso|precisamos|necessito|desejo|desejamos|devo|posso|podemos|espero)\b`,
  benefit: String.raw`para (?:que\b|(?:não |eu |poder |nós )*(?!(?:lugar|par|mulher|qualquer)\b)[\p{L}]{1,}(?:ar|er|ir|or|ôr)(?:-?(?:l[aoe]s?|me|se|nos))?\b)|a fim de\b|com (?:o|a) (?:objetivo|fim|intuito|finalidade) de\b|de (?:modo|forma|maneira|tal forma) (?:que|a)\b|porque\b|pois\b|já que\b|uma vez que\b|, assim\b|o que me\b`,
};

const ITALIAN: StoryFrame = {
  language: 'it',
  as: 'come|in qualità di|in quanto|da',
  article: "uno?|una|un['’]|il|lo|la|i|gli|le|l['’]",
  noRole: String.raw`(?:risultato|esempio|conseguenza|alternativa|minimo|prima|primo)\b`,
  notBare: String.raw`(?:sempre|se|già|non|si|io|noi|parte)\b`,
  alone: String.raw`(?:io )?(?:voglio|vorrei)\b`,
  want: String.raw`(?:io |noi )?(?:non )?(?:voglio|vorrei|vogliamo|vorremmo|desidero|desideriamo|ho bisogno|abbiamo bisogno|devo|dobbiamo|posso|possiamo|mi piacerebbe|mi aspetto|necessito)\b`,
  benefit: String.raw`in modo (?:da|che|tale)\b|affinché|così (?:da|che|posso|potrò|possiamo)\b|al fine di\b|allo scopo di\b|con l['’]obiettivo di\b|per (?:non |poter |meglio )*(?!(?:mare|sempre|altre|settembre|ottobre|novembre|dicembre)\b)[\p{L}]{2,}(?:are|ere|ire|rre|ar|er|ir)(?:l[oaie]|gli|mi|ci|ne|si)*\b|perché|poiché|dato che\b|in quanto\b`,
};

const DUTCH: StoryFrame = {
  language: 'nl',
  as: 'als',
  article: 'een|de|het',
  noRole: String.raw`(?:eerste|laatste|volgende|gevolg|resultaat|voorbeeld|alternatief)\b`,
  notBare: String.raw`(?:ik|we|wij|er|het|je|dit|dat)\b`,
  alone: String.raw`ik (?:wil|zou)\b`,
  want: String.raw`(?:(?:wil|willen|zou|moet|moeten|kan|kunnen|heb|hebben|wens|mag|verwacht) (?:ik|we|wij)\b|(?:ik|we|wij) (?:wil|willen|zou|moet|moeten|kan|kunnen|heb|hebben|wens|mag|verwacht)\b)`,
  benefit: String.raw`zo ?dat\b|opdat\b|om (?=.{1,300}?\bte\b)|omdat\b|aangezien\b|, (?:zo|dan) \p{L}+ (?:ik|je|we|wij|ze|de|het|er|iedereen)\b|op die manier\b|met als doel\b`,
};

const POLISH: StoryFrame = {
  language: 'pl',
  as: 'jako',
  article: 'ten|ta',
  noRole: String.raw`(?:przykład|wynik|alternatywa|pierwszy)(?!\p{L})`,
  notBare: String.raw`(?:że|iż|taki)(?!\p{L})`,
  alone: String.raw`(?:chcę|chciałbym|chciałabym)(?!\p{L})`,
  want: String.raw`(?:ja )?(?:nie )?(?:chcę|chciałbym|chciałabym|chcemy|chcielibyśmy|potrzebuję|potrzebujemy|mogę|możemy|muszę|musimy|pragnę|oczekuję|powinienem|powinnam)(?!\p{L})`,
  benefit: String.raw`(?:tak, |tak |po to, |po to )?(?:aby|żeby|ażeby|by)(?:m|śmy)?(?!\p{L})|ponieważ(?!\p{L})|, bo(?!\p{L})|gdyż(?!\p{L})|dzięki (?:czemu|temu)(?!\p{L})|w celu(?!\p{L})|co pozwoli(?!\p{L})`,
  complement: String.raw`,? (?:aby|żeby|by)(?:m|śmy)?(?!\p{L})`,
};

export const STORY_FRAMES: readonly StoryFrame[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  DUTCH,
  POLISH,
];

/** Japanese puts the wish last, and the benefit before it or in a sentence of its own. */
export const JAPANESE_FRAME = {
  as: 'として(?:は)?',
  noRole: String.raw`(?:例|結果|前提|原則|基本|デフォルト|既定値|一環|主|対応|対策|値|引数|全体|一つ|ひとつ|理由|条件|手段|方法|代わり)$`,
  want: String.raw`(?:たい|ほしい|欲しい|を望む|が必要(?:だ|である|です)?|できる(?:ようにする|こと)?)(?:です|と思う|と思います|のです|のだ)?(?=[。．.！!\s]|$|なぜ|。?それ)`,
  benefit: String.raw`なぜなら|というのは|ために|ための?(?=[、,。])|ため(?:[、,]|です|だ|である)|ように[、,]|ので[、,。]?|(?:だ|です|ます|い|る)から[、,。]|それによって|それにより|そうすれば|そうすることで|これにより|ことで[、,]|目的で`,
} as const;
