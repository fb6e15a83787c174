import { Suspense, useEffect, useState } from 'react';

import Spinner from '@atlaskit/spinner';

import type { Address, ScreenContext } from '../ui/bridge';
import { CrashGuard } from '../ui/crash-guard';
import { failureTitle, FailureNotice } from '../ui/failure-notice';
import type { ScreenFailure } from '../ui/failure';
import { PageFrame } from '../ui/page-frame';
import { ScreenRoot, type RootProps } from '../ui/screen-root';
import { useWords } from '../ui/words';

import { PLACES, type AdminPlace } from './places';
import '../ui/ui.css';
import './screen.css';

const LOST = { code: 'bad-request', message: 'No page of administration in the context.' } as const;
const BROKEN = { code: 'broken-screen' } as const;

function Failed({ failure }: { readonly failure: ScreenFailure }) {
  const words = useWords();
  return (
    <PageFrame title={words.say('admin.title')} spoken={failureTitle(words, failure)}>
      <FailureNotice failure={failure} />
    </PageFrame>
  );
}

/** The place that an address such as `/data` names; what follows it is the place's own. */
const placeAt = (places: readonly AdminPlace[], path: string) =>
  places.find(({ id }) => path === `/${id}` || path.startsWith(`/${id}/`));

function Coming() {
  const { say } = useWords();
  return (
    <p className="admin__coming" role="status">
      <Spinner size="small" /> {say('admin.loading')}
    </p>
  );
}

function Tabs({
  places,
  current,
  onGo,
}: {
  readonly places: readonly AdminPlace[];
  readonly current: AdminPlace;
  readonly onGo: (place: AdminPlace) => void;
}) {
  const { say } = useWords();
  return (
    <nav className="admin__tabs" aria-label={say('admin.places')}>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              className="admin__tab"
              aria-current={place === current ? 'page' : undefined}
              onClick={() => {
                onGo(place);
              }}
            >
              {say(place.name)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Places({
  admin: { scope, entrance },
  address,
}: {
  readonly admin: NonNullable<ScreenContext['admin']>;
  readonly address: Address | null;
}) {
  const { say } = useWords();
  const places = PLACES.filter(({ scopes }) => scopes.includes(scope));
  const [path, setPath] = useState(() => address?.path() ?? '/');
  useEffect(() => {
    address?.follow(setPath);
  }, [address]);
  const current = placeAt(places, path) ?? placeAt(places, `/${entrance}`) ?? places[0];
  if (current === undefined) return <Failed failure={LOST} />;
  const { id, name, Place } = current;
  return (
    <PageFrame title={say('admin.title')} subject={say('admin.subject', { scope })} spoken={say(name)}>
      {places.length > 1 && (
        <Tabs
          places={places}
          current={current}
          onGo={(place) => {
            setPath(`/${place.id}`);
            address?.push(`/${place.id}`);
          }}
        />
      )}
      <CrashGuard key={id} fallback={<FailureNotice failure={BROKEN} />}>
        <Suspense fallback={<Coming />}>
          <Place />
        </Suspense>
      </CrashGuard>
    </PageFrame>
  );
}

/** What those who administer the site, or a project, set and look after. */
export function App({ address = null, ...props }: RootProps & { readonly address?: Address | null }) {
  const { admin } = props.context;
  return (
    <ScreenRoot {...props} fallback={<Failed failure={BROKEN} />}>
      {admin === undefined ? <Failed failure={LOST} /> : <Places admin={admin} address={address} />}
    </ScreenRoot>
  );
}
