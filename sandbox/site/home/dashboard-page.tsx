import { useState } from 'react';

import { ForgeFrame } from '../parts/forge-frame';
import { Icon } from '../parts/icon';
import { Menu } from '../parts/menu';
import { Shown } from '../parts/states';
import { useSession } from '../session';
import type { AppModule } from '../site-client';
import { useLoaded } from '../use-loaded';
import { addWidget, changeWidget, readDashboard, removeWidget, type Widget } from './home-client';
import { WidgetEdit } from './widget-edit';

const WIDTHS = [
  { columnSpan: 3, label: 'A quarter wide' },
  { columnSpan: 6, label: 'Half as wide' },
  { columnSpan: 12, label: 'As wide as the page' },
] as const;

interface Acts {
  readonly onEdit: (widget: Widget) => void;
  /** After something was changed. */
  readonly onChanged: () => void;
}

function WidgetCard({
  widget,
  module,
  onEdit,
  onChanged,
}: Acts & { readonly widget: Widget; readonly module: AppModule }) {
  const after = (change: Promise<void>) => {
    change.then(onChanged, onChanged);
  };
  return (
    <section
      className="widget-card"
      aria-label={module.title}
      style={{ gridColumn: `span ${widget.columnSpan}` }}
    >
      <header className="widget-head">
        <h2>{module.title}</h2>
        <Menu
          label={`More actions for ${module.title}`}
          button={<Icon name="more" />}
          className="menu-end"
          items={[
            ...(module.edit
              ? [
                  {
                    key: 'edit',
                    label: 'Edit',
                    onSelect: () => {
                      onEdit(widget);
                    },
                  },
                ]
              : []),
            ...WIDTHS.map(({ columnSpan, label }) => ({
              key: String(columnSpan),
              label,
              isChosen: widget.columnSpan === columnSpan,
              onSelect: () => {
                after(changeWidget(widget.id, { columnSpan }));
              },
            })),
            {
              key: 'remove',
              label: 'Remove',
              onSelect: () => {
                after(removeWidget(widget.id));
              },
            },
          ]}
        />
      </header>
      <ForgeFrame
        // What was saved is another widget to its view, and so is another width.
        key={JSON.stringify([widget.config, widget.columnSpan])}
        module={module}
        place={{ kind: 'dashboard', moduleKey: module.key, widgetId: widget.id }}
        isFilling={false}
      />
    </section>
  );
}

/** The site's one dashboard: the app's widgets, added, set up and removed as on a dashboard of Home. */
export function DashboardPage() {
  const { session } = useSession();
  const modules = session.modules.filter(({ place }) => place === 'dashboard');
  const [version, setVersion] = useState(0);
  const [edited, setEdited] = useState<Widget | null>(null);
  const widgets = useLoaded(readDashboard, version);
  const again = () => {
    setVersion((last) => last + 1);
  };
  const moduleOf = (widget: Widget) => modules.find(({ key }) => key === widget.moduleKey);
  const editedModule = edited && moduleOf(edited);
  return (
    <>
      <header className="page-head">
        <h1>Team dashboard</h1>
        <Menu
          label="Add widget"
          isNamedByContent
          button="Add widget"
          className="menu-end"
          items={modules.map((module) => ({
            key: module.key,
            text: module.title,
            label: (
              <span>
                {module.title}
                <br />
                <span className="muted">{module.description}</span>
              </span>
            ),
            onSelect: () => {
              addWidget(module.key).then((added) => {
                again();
                if (module.edit) setEdited(added);
              }, again);
            },
          }))}
        />
      </header>
      <Shown loaded={widgets} what="dashboard">
        {(list) =>
          list.length === 0 ? (
            <p>This dashboard is empty. Add a widget.</p>
          ) : (
            <div className="dashboard">
              {list.map((widget) => {
                const module = moduleOf(widget);
                return module ? (
                  <WidgetCard
                    key={widget.id}
                    widget={widget}
                    module={module}
                    onEdit={setEdited}
                    onChanged={again}
                  />
                ) : null;
              })}
            </div>
          )
        }
      </Shown>
      {edited && editedModule && (
        <WidgetEdit
          module={editedModule}
          widget={edited}
          onClose={(hasSaved) => {
            setEdited(null);
            if (hasSaved) again();
          }}
        />
      )}
    </>
  );
}
