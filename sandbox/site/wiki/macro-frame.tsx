import { useEffect, useRef, useState } from 'react';

import { configOfNode, localIdOfNode } from '../../forge/macro-node';
import { createEventBus } from '../bridge/event-bus';
import type { AdfNode } from '../parts/adf-view';
import { ForgeFrame } from '../parts/forge-frame';
import { isOpenTo, useSession } from '../session';
import type { AppModule } from '../site-client';
import { useMacroModules } from './macro-modules';

/** Heights that the editor keeps free for the macro's `viewportSize`, in pixels. */
const HEIGHTS: Readonly<Record<string, number>> = { small: 112, medium: 262, large: 524, xlarge: 1048 };

/** The app's module behind a macro; undefined when the manifest does not declare it any more. */
export const useMacroModule = (node: AdfNode): AppModule | undefined => useMacroModules()(node);

const titleOf = (node: AdfNode) => {
  const title = node.attrs?.['text'];
  return typeof title === 'string' ? title : 'Macro';
};

/** A macro of a page in its iframe: the published one, or the one that the editor holds. */
export function MacroFrame({
  node,
  pageId,
  isEditing = false,
}: {
  readonly node: AdfNode;
  readonly pageId: string;
  readonly isEditing?: boolean;
}) {
  const { session } = useSession();
  const module = useMacroModule(node);
  const [productEvents] = useState(createEventBus);
  const config = configOfNode(node);
  const text = JSON.stringify(config ?? null);
  const told = useRef(text);
  useEffect(() => {
    if (told.current === text) return;
    told.current = text;
    productEvents.emit('FORGE_CORE_MACRO_CONFIG_CHANGED', JSON.parse(text) as unknown);
  }, [text, productEvents]);
  if (!module) return <p className="macro-note">{titleOf(node)}: the app of this macro is not installed.</p>;
  if (!isOpenTo(session, module)) {
    return <p className="macro-note">{module.title}: log in to see this macro.</p>;
  }
  const body =
    node.type === 'bodiedExtension' ? { type: 'doc', version: 1, content: node.content ?? [] } : undefined;
  return (
    <div className="macro" data-layout={module.macro?.layout}>
      <ForgeFrame
        module={module}
        place={{
          kind: 'macro',
          moduleKey: module.key,
          pageId,
          localId: localIdOfNode(node),
          ...(isEditing && { editing: { config: config && { ...config }, body } }),
        }}
        isFilling={false}
        productEvents={productEvents}
        fixedHeight={HEIGHTS[module.macro?.viewportSize ?? '']}
      />
    </div>
  );
}
