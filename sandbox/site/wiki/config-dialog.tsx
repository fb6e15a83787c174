import { readSubmitted, SubmitRefusal } from '../../forge/macro-config';
import { ModuleDialog } from '../parts/forge-frame';
import type { AppModule } from '../site-client';

/** What is configured: a macro on the page, or one that is about to be inserted. */
export interface Configuring {
  readonly module: AppModule;
  readonly localId: string;
  readonly config: Readonly<Record<string, unknown>> | undefined;
  /** Where the new macro goes; null for one that is there. */
  readonly insertAt: number | null;
}

/**
 * The configuration page of a macro, in a dialog that only the page itself closes: `view.submit()` keeps what it gives,
 * `view.close()` keeps nothing, and cancels an insertion.
 */
export function ConfigDialog({
  pageId,
  configuring,
  onSubmit,
  onClose,
}: {
  readonly pageId: string;
  readonly configuring: Configuring;
  /** Answers whether the macro was there to be changed. */
  readonly onSubmit: (config: Readonly<Record<string, unknown>>, body: unknown) => boolean;
  readonly onClose: () => void;
}) {
  const { module, localId, config, insertAt } = configuring;
  const settings = module.macro?.config;
  if (!settings) return null;
  return (
    <ModuleDialog
      module={module}
      resource={settings.resource}
      title={settings.title ?? module.title}
      hasHeader={settings.viewportSize === 'fullscreen'}
      {...(settings.viewportSize !== undefined && { size: settings.viewportSize as 'medium' })}
      place={{
        kind: 'macro',
        moduleKey: module.key,
        pageId,
        localId,
        editing: { config: config && { ...config }, configuring: { isInserting: insertAt !== null } },
      }}
      closesOnOverlay={false}
      closesOnEscape={false}
      onClosed={onClose}
      onSubmit={(payload) => {
        const submitted = readSubmitted(payload, module.macro?.layout ?? 'block');
        if (!onSubmit(submitted.config, submitted.body)) {
          throw new SubmitRefusal('MACRO_NOT_FOUND', 'The macro that is configured no longer exists.');
        }
        if (!submitted.keepEditing) onClose();
      }}
    />
  );
}
