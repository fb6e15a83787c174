/** Reads `text` aloud when it changes. It must be on the page before the text is. */
export function Announcer({ text }: { readonly text: string }) {
  return (
    <div className="for-readers" role="status">
      {text}
    </div>
  );
}
