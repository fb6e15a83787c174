import { useEffect, useRef, useState, type FormEvent } from 'react';

import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';

import type { LayerPlaceRequest } from '#src/contract/setting-layers';
import { withDifferences } from '#src/domain/settings/layer';

import { Announcer } from '../../ui/announcer';
import { failureTitle, FailureNotice } from '../../ui/failure-notice';
import { useIsSlow } from '../../ui/use-is-slow';
import { useWords } from '../../ui/words';

import { ChangeList } from './change-list';
import { FilePart } from './file-part';
import { Groups } from './groups';
import { differenceInWords } from './layer-words';
import { Preview } from './preview';
import { useLayer } from './use-layer';
import './layer.css';

const fileNameOf = (place: LayerPlaceRequest) => {
  const which =
    place.of === 'site' ? '' : `-${place.of === 'project' ? place.projectId : String(place.boardId)}`;
  return `evenkeel-settings-${place.of}${which}`;
};

/** Everything that can be set in one place. Keep `place` and `onPending` the same between renders. */
export function LayerEditor({
  place,
  onPending,
}: {
  readonly place: LayerPlaceRequest;
  /** Told whether something is changed and not saved yet. */
  readonly onPending?: (hasPending: boolean) => void;
}) {
  const words = useWords();
  const { say } = words;
  const layer = useLayer(place);
  const { editing, pending, isSaving, failure } = layer;
  const [spoken, setSpoken] = useState('');
  const isSlow = useIsSlow(isSaving);
  const form = useRef<HTMLFormElement>(null);
  const hasPending = pending.length > 0;
  useEffect(() => {
    onPending?.(hasPending);
  }, [onPending, hasPending]);

  if (editing === null) {
    return failure === null ? (
      <p className="admin__coming" role="status">
        <Spinner size="small" /> {say('settings.loading')}
      </p>
    ) : (
      <FailureNotice failure={failure} onRetry={layer.load} />
    );
  }
  const { answer, draft, round, overtaken, undo } = editing;
  const isLocked = !answer.isLicensed;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const odd = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (odd) odd.focus();
    else if (hasPending) {
      void layer.save().then((isSaved) => {
        setSpoken(isSaved ? say('settings.saved') : '');
      });
    }
  };
  const undoIt = async () => {
    if (undo !== null && (await layer.save(undo))) setSpoken(say('admin.settings.undone'));
    form.current?.focus();
  };

  return (
    <form
      ref={form}
      className="layer"
      noValidate
      tabIndex={-1}
      onSubmit={save}
      aria-label={say('admin.place.settings')}
    >
      <Announcer text={spoken} />
      {isLocked && <p className="layer__note">{say('mend.failure.unlicensed')}</p>}
      {overtaken.length > 0 && (
        <div className="layer__note layer__note--warning" role="alert">
          <p>{say('settings.overtaken')}</p>
          <ul>
            {overtaken.map((one) => (
              <li key={one.key}>{differenceInWords(words, one, answer.fields)}</li>
            ))}
          </ul>
          <p>{say('settings.overtaken-kept')}</p>
        </div>
      )}
      <Groups key={round} sheet={{ answer, draft, isLocked: isLocked || isSaving, onChange: layer.edit }} />
      <section className="layer__group">
        <h3 className="layer__group-title">{say('settings.changes')}</h3>
        <ChangeList
          answer={answer}
          {...(!isLocked && {
            onTakeBack: (differences) => {
              layer.replace(withDifferences(draft, differences));
              setSpoken(say('settings.taken-back'));
            },
          })}
        />
      </section>
      <section className="layer__group">
        <h3 className="layer__group-title">{say('admin.settings.file.title')}</h3>
        <p className="layer__about">{say('admin.settings.file.about')}</p>
        <FilePart
          name={fileNameOf(place)}
          layer={answer.layer}
          isLocked={isLocked}
          onRead={(read) => {
            layer.replace(read);
            setSpoken(say('admin.settings.file.read'));
          }}
        />
      </section>
      {(hasPending || undo !== null || failure !== null) && (
        <div className="layer__foot" role="group" aria-label={say('admin.settings.pending-title')}>
          {hasPending && (
            <>
              <p className="layer__pending-title">
                {say('admin.settings.pending', { count: pending.length })}
              </p>
              <ul className="layer__pending">
                {pending.map((one) => (
                  <li key={one.key}>{differenceInWords(words, one, answer.fields)}</li>
                ))}
              </ul>
              <Preview place={place} layer={draft} boards={answer.boards} />
            </>
          )}
          <p className="layer__failed" role="alert">
            {failure !== null && say('settings.not-saved', { reason: failureTitle(words, failure) })}
          </p>
          <div className="layer__buttons">
            {hasPending ? (
              <>
                <Button type="submit" appearance="primary" isLoading={isSlow}>
                  {say('settings.save')}
                </Button>
                <Button
                  onClick={() => {
                    layer.replace(answer.layer);
                    form.current?.focus();
                  }}
                >
                  {say('settings.discard')}
                </Button>
              </>
            ) : (
              undo !== null && (
                <>
                  <span>{say('settings.saved')}</span>
                  <Button onClick={() => void undoIt()}>{say('admin.settings.undo')}</Button>
                </>
              )
            )}
          </div>
        </div>
      )}
    </form>
  );
}
