import { useState } from 'react';

import { Dialog } from '../parts/dialog';
import { ForgeFrame } from '../parts/forge-frame';
import type { AppModule } from '../site-client';
import { changeWidget, type Widget } from './home-client';
import { createWidgetEditor } from './widget-editor';

/** The edit view of a widget in a frame of its own; Save and Cancel are the dashboard's. */
export function WidgetEdit({
  module,
  widget,
  onClose,
}: {
  readonly module: AppModule;
  readonly widget: Widget;
  /** Told whether something was saved. */
  readonly onClose: (hasSaved: boolean) => void;
}) {
  const [editor] = useState(() => createWidgetEditor(widget.config));
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      const config = await editor.save();
      if (config !== null) await changeWidget(widget.id, { config });
      editor.tellSaved(config ?? widget.config, widget.id);
      onClose(true);
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      editor.tellError(message);
      setError(message);
      setSaving(false);
    }
  };
  return (
    <Dialog
      title={`Edit ${module.title}`}
      hasHeader
      size="medium"
      closesOnOverlay={false}
      closesOnEscape
      onClose={() => {
        onClose(false);
      }}
    >
      <div className="widget-edit">
        <ForgeFrame
          module={module}
          resource={module.edit?.resource ?? null}
          place={{ kind: 'dashboard', moduleKey: module.key, widgetId: widget.id }}
          isFilling={false}
          widgetEditing={editor.editing}
        />
      </div>
      {error !== null && (
        <p className="failed" role="alert">
          {error}
        </p>
      )}
      <footer className="widget-edit-foot">
        <button
          type="button"
          className="menu-button"
          onClick={() => {
            onClose(false);
          }}
        >
          Cancel
        </button>
        <button type="button" className="button" data-primary disabled={isSaving} onClick={() => void save()}>
          Save
        </button>
      </footer>
    </Dialog>
  );
}
