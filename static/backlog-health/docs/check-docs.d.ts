/** Pages of docs/checks as data, made by the build: tools/check-docs.ts. */
declare module 'virtual:check-docs' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- such a declaration cannot import by path
  const docs: import('./doc').CheckDocs;
  export default docs;
}

/** The same in German: pages of docs/de/checks. */
declare module 'virtual:check-docs/de' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- such a declaration cannot import by path
  const docs: import('./doc').CheckDocs;
  export default docs;
}
