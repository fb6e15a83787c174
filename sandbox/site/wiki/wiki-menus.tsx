import { Icon } from '../parts/icon';
import { Menu } from '../parts/menu';
import { goTo } from '../routing';
import { isOpenTo, useSession } from '../session';
import { useLoaded } from '../use-loaded';
import { readSpaces } from './wiki-client';
import { spacePath, spacesPath, wikiAppPath } from './wiki-routing';

/** The menus of Confluence's top bar: its spaces, and the pages that apps add to the whole site. */
export function WikiMenus() {
  const { session } = useSession();
  const spaces = useLoaded(readSpaces);
  const list = spaces.state === 'ready' ? spaces.value : [];
  const apps = session.modules.filter((module) => module.place === 'wiki' && isOpenTo(session, module));
  const goes = (address: string) => () => {
    goTo(address);
  };
  return (
    <>
      <Menu
        label="Spaces"
        isNamedByContent
        button={
          <>
            Spaces <Icon name="chevron" />
          </>
        }
        items={[
          ...list.map(({ key, name }) => ({ key, label: name, onSelect: goes(spacePath(key)) })),
          { key: '', label: 'View all spaces', onSelect: goes(spacesPath) },
        ]}
      />
      {apps.length > 0 && (
        <Menu
          label="Apps"
          isNamedByContent
          button={
            <>
              Apps <Icon name="chevron" />
            </>
          }
          items={apps.map(({ key, title }) => ({ key, label: title, onSelect: goes(wikiAppPath(key)) }))}
        />
      )}
    </>
  );
}
