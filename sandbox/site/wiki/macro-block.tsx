import { useCallback } from 'react';

import { AdfView, MacroContext, type AdfNode } from '../parts/adf-view';
import { isMacro } from './editor-document';
import { MacroFrame, useMacroModule } from './macro-frame';

/** A macro in the editor: the app's screen, and what can be done with the macro. */
function MacroBlock({
  block,
  pageId,
  onConfigure,
  onDuplicate,
  onRemove,
}: {
  readonly block: AdfNode;
  readonly pageId: string;
  readonly onConfigure: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}) {
  const module = useMacroModule(block);
  const title = module?.title ?? 'Macro';
  return (
    <section className="macro-block" aria-label={title}>
      <header>
        <strong>{title}</strong>
        {module?.macro?.config && (
          <button type="button" className="button" onClick={onConfigure}>
            Configure
          </button>
        )}
        <button type="button" className="button" onClick={onDuplicate}>
          Duplicate
        </button>
        <button type="button" className="button" onClick={onRemove}>
          Remove
        </button>
      </header>
      <MacroFrame node={block} pageId={pageId} isEditing />
    </section>
  );
}

/** A block that is not typed in: a macro, or something else that is shown and kept as it is. */
export function FixedBlock({
  block,
  pageId,
  ...on
}: {
  readonly block: AdfNode;
  readonly pageId: string;
  readonly onConfigure: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}) {
  const show = useCallback((node: AdfNode) => <MacroFrame node={node} pageId={pageId} isEditing />, [pageId]);
  if (isMacro(block)) return <MacroBlock block={block} pageId={pageId} {...on} />;
  return (
    <div className="fixed-block">
      <MacroContext.Provider value={show}>
        <AdfView document={{ type: 'doc', content: [block] }} top={2} empty="" />
      </MacroContext.Provider>
      <button type="button" className="link-button" onClick={on.onRemove}>
        Remove this block
      </button>
    </div>
  );
}
