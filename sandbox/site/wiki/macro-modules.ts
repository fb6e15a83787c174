import { extensionKeyOf, type AdfLike } from '../../forge/macro-node';
import { useSession } from '../session';
import type { AppModule } from '../site-client';

/** Finds the app's module behind a macro's node. */
export function useMacroModules(): (node: AdfLike) => AppModule | undefined {
  const { session } = useSession();
  return (node) => session.modules.find(({ macro }) => macro?.extensionKey === extensionKeyOf(node));
}
