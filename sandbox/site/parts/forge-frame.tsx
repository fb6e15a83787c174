import { useLayoutEffect, useRef, useState } from 'react';

import type { EventBus } from '../bridge/event-bus';
import type { DialogRequest, DialogSize, FrameView, WidgetEditing } from '../bridge/frame-view';
import { createFrameHistory } from '../frame-history';
import { useSession } from '../session';
import { siteBridge } from '../site-bridge';
import { type AppModule, callPlatform, type Place } from '../site-client';
import { Dialog } from './dialog';

interface FrameProps {
  readonly module: AppModule;
  readonly place: Place;
  /** Another resource than the module's own, for dialogs that the app opens. */
  readonly resource?: string | null;
  /** The address of a full-page module, which gives it a history; absent in dialogs. */
  readonly base?: string;
  /** Whether it fills the space it is given; otherwise it is as high as its content. */
  readonly isFilling: boolean;
  /** Present in dialogs. */
  readonly dialog?: {
    readonly closesOnEscape: boolean;
    readonly close: (payload?: unknown) => void;
    /** Has a callback of the screen run before the dialog goes. */
    readonly beforeClose: (callback: () => void) => void;
  };
  readonly onRefresh?: () => void;
  readonly onTitle?: (title: string) => void;
  /** Present for the configuration page of a macro. @throws SubmitRefusal */
  readonly onSubmit?: ((payload: unknown) => void) | undefined;
  readonly productEvents?: EventBus;
  /** Present for the edit view of a widget. */
  readonly widgetEditing?: WidgetEditing;
  /** A height of its own, in pixels, which what it shows does not change. */
  readonly fixedHeight?: number | undefined;
}

/** A screen of the app: a sandboxed iframe of another origin, served by the bridge. */
export function ForgeFrame(props: FrameProps) {
  const { module, place, base, isFilling } = props;
  const { session } = useSession();
  const { resourceUrl } = session;
  const iframe = useRef<HTMLIFrameElement>(null);
  const [frameId] = useState(() => crypto.randomUUID());
  const [height, setHeight] = useState<number | null>(null);
  const [nested, setNested] = useState<DialogRequest | null>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    const inDialog = latest.current.dialog !== undefined;
    const view: FrameView = {
      backend: async (command, arg) => await callPlatform(command, frameId, latest.current.place, arg),
      close: inDialog ? (payload) => latest.current.dialog?.close(payload) : null,
      onClose: inDialog ? (callback) => latest.current.dialog?.beforeClose(callback) : null,
      refresh: latest.current.onRefresh ? () => latest.current.onRefresh?.() : null,
      openDialog: setNested,
      history: base === undefined ? null : createFrameHistory(base),
      submit: latest.current.onSubmit ? (payload) => latest.current.onSubmit?.(payload) : null,
      ...(latest.current.productEvents && { productEvents: latest.current.productEvents }),
      ...(latest.current.widgetEditing && { widgetEditing: latest.current.widgetEditing }),
      setTitle: latest.current.onTitle ? (title) => latest.current.onTitle?.(title) : null,
      setHeight,
      pressKey: (key) => {
        if (key === 'Escape' && latest.current.dialog?.closesOnEscape) latest.current.dialog.close();
      },
    };
    return siteBridge.attach({
      window: () => iframe.current?.contentWindow ?? null,
      origin: resourceUrl,
      view,
    });
  }, [frameId, resourceUrl, base]);

  const shown = props.fixedHeight ?? height;
  return (
    <>
      <iframe
        ref={iframe}
        className="forge-frame"
        title={module.title}
        src={`${resourceUrl}/${props.resource ?? module.resource}/index.html`}
        sandbox={session.frameSandbox}
        data-filling={isFilling || undefined}
        style={isFilling || shown === null ? undefined : { height: `${shown}px` }}
      />
      {nested && (
        <ModuleDialog
          module={module}
          place={{ ...place, modal: nested.context }}
          resource={nested.resource ?? props.resource ?? null}
          title={nested.title || module.title}
          hasHeader={nested.title !== ''}
          size={nested.size}
          closesOnOverlay={nested.closeOnOverlayClick}
          closesOnEscape={nested.closeOnEscape}
          onClosed={(payload) => {
            setNested(null);
            nested.onClose(payload);
          }}
        />
      )}
    </>
  );
}

interface ModuleDialogProps {
  readonly module: AppModule;
  readonly place: Place;
  readonly resource?: string | null;
  readonly title: string;
  /** Jira puts a header on dialogs that an app opens with a title, not on the dialog of an action. */
  readonly hasHeader?: boolean;
  /** Without one, the dialog is as high as the screen in it. */
  readonly size?: DialogSize;
  readonly closesOnOverlay?: boolean;
  readonly closesOnEscape?: boolean;
  readonly onClosed: (payload?: unknown) => void;
  readonly onRefresh?: () => void;
  /** Present for the configuration page of a macro. @throws SubmitRefusal */
  readonly onSubmit?: (payload: unknown) => void;
}

/** How long a screen that asked for it may work after its dialog was closed. */
const LAST_WORD_MS = 300;

/** A dialog with a screen of the app in it. */
export function ModuleDialog(props: ModuleDialogProps) {
  const {
    module,
    place,
    resource = null,
    size,
    closesOnOverlay = true,
    closesOnEscape = true,
    onClosed,
  } = props;
  const lastWords = useRef<(() => void)[]>([]);
  const [isClosing, setClosing] = useState(false);
  const close = (payload?: unknown) => {
    if (lastWords.current.length === 0) {
      onClosed(payload);
      return;
    }
    for (const callback of lastWords.current.splice(0)) callback();
    setClosing(true);
    setTimeout(() => {
      onClosed(payload);
    }, LAST_WORD_MS);
  };
  return (
    <Dialog
      title={props.title}
      hasHeader={props.hasHeader ?? false}
      size={size ?? 'resizable'}
      closesOnOverlay={closesOnOverlay}
      closesOnEscape={closesOnEscape}
      isClosing={isClosing}
      onClose={close}
    >
      <ForgeFrame
        module={module}
        place={place}
        resource={resource}
        isFilling={size !== undefined && size !== 'resizable'}
        dialog={{ closesOnEscape, close, beforeClose: (callback) => void lastWords.current.push(callback) }}
        onSubmit={props.onSubmit}
        {...(props.onRefresh && { onRefresh: props.onRefresh })}
      />
    </Dialog>
  );
}
