import type { CheckId } from '../health';

/** A stretch of text within a line: plain, or set off in one way. */
export type Inline =
  | string
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'em' | 'strong' | 'del'; readonly parts: readonly Inline[] }
  /** `href` is an https address. */
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] };

/** A part of a page: the shapes that the pages of docs/checks are made of. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

/** The page of each check without its title; undefined for a check that has none. */
export type CheckDocs = { readonly [Id in CheckId]?: readonly Block[] };
