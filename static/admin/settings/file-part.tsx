import { useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { FileProblem } from '#src/domain/settings/file';
import type { Layer } from '#src/domain/settings/layer';

import type { MessageId } from '../../ui/locale';
import { useWords } from '../../ui/words';
import { saveFile } from '../data/save-file';

const REASONS = {
  'not-json': 'admin.settings.file.not-json',
  'not-settings': 'admin.settings.file.not-settings',
  'other-version': 'admin.settings.file.other-version',
  'unknown-setting': 'admin.settings.file.unknown-setting',
  'not-on-or-off': 'admin.settings.file.not-on-or-off',
  'not-a-choice': 'admin.settings.file.not-a-choice',
  'not-a-number': 'admin.settings.file.not-a-number',
  'not-whole': 'admin.settings.file.not-whole',
  'out-of-range': 'admin.settings.file.out-of-range',
  'not-a-list': 'admin.settings.file.not-a-list',
  'too-many': 'admin.settings.file.too-many',
  'not-a-text': 'admin.settings.file.not-a-text',
  'too-long': 'admin.settings.file.too-long',
  'not-a-field': 'admin.settings.file.not-a-field',
} as const satisfies Record<FileProblem['why'], MessageId>;

/** Larger than any file of settings. */
const MOST_BYTES = 1_000_000;

/** What is set here as a file, and a file put in its place: for review first, since nothing is saved by it. */
export function FilePart({
  name,
  layer,
  isLocked,
  onRead,
}: {
  /** Of the file, without its ending. */
  readonly name: string;
  /** As it is saved. */
  readonly layer: Layer;
  readonly isLocked: boolean;
  readonly onRead: (layer: Layer) => void;
}) {
  const { say } = useWords();
  const [problems, setProblems] = useState<readonly FileProblem[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  // Loaded when it is first used: it knows what every check takes.
  const files = async () => await import('#src/domain/settings/file');
  const exportIt = async () => {
    saveFile(`${name}.json`, (await files()).settingsFile(layer));
  };
  const importIt = async (file: File) => {
    const { readSettingsFile } = await files();
    const read = readSettingsFile(file.size > MOST_BYTES ? '' : await file.text());
    // The same file can be chosen again once it is mended.
    if (input.current) input.current.value = '';
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) onRead(read.layer);
  };
  return (
    <div className="layer__file">
      <Button onClick={() => void exportIt()}>{say('admin.settings.file.export')}</Button>
      {!isLocked && (
        <span className="layer__choice">
          <label htmlFor={id}>{say('admin.settings.file.import')}</label>
          <input
            ref={input}
            id={id}
            className="layer__upload"
            type="file"
            accept="application/json,.json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) void importIt(file);
            }}
          />
        </span>
      )}
      <div role="alert" className="layer__problems">
        {problems.length > 0 && (
          <>
            <p>{say('admin.settings.file.refused', { count: problems.length })}</p>
            <ul>
              {problems.slice(0, 20).map(({ path, why }) => (
                <li key={path}>
                  {path !== '' && (
                    <>
                      <code>{path}</code>:{' '}
                    </>
                  )}
                  {say(REASONS[why])}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
