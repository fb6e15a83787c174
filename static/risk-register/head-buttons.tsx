import { useState } from 'react';

import Button from '@atlaskit/button/new';

import { useDesk } from './desk';
import { useNav } from './nav';
import { isLeftOut } from './state/left-out-plan';
import { Menu, type MenuItem } from './parts/menu';
import { troubleTitle } from './trouble';
import { useRiskWords } from './words/risk-words';
import { usePlatform } from '../ui/bridge-context';

/** Two minutes for ten risks. */
const SECONDS_A_RISK = 12;

/** What can be done with the register as a whole. */
export function HeadButtons({ isAsking }: { readonly isAsking: boolean }) {
  const words = useRiskWords();
  const { say } = words;
  const { go } = useNav();
  const { queue, readOnly, risks, deleted, acts, opened, register } = useDesk();
  const isEditing = usePlatform().context.macro?.isEditing === true;
  const [told, setTold] = useState<string | null>(null);
  const isEmpty = risks.length === 0;
  const hasBegun = !isEmpty || deleted.length > 0;
  const canChange = readOnly === null;
  const minutes = Math.max(1, Math.round((queue.length * SECONDS_A_RISK) / 60));

  const transfer = async (how: 'download' | 'copy') => {
    const { exportRegister } = await import('./transfer/export');
    const isDone = await exportRegister(how, words, { opened, register, risks });
    setTold(
      say(
        how === 'download'
          ? 'risk.export.downloaded'
          : isDone
            ? 'risk.export.copied'
            : 'risk.export.not-copied',
        { count: risks.length, short: risks.filter(isLeftOut).length },
      ),
    );
  };
  const items: readonly (MenuItem | null)[] = [
    hasBegun
      ? {
          key: 'history',
          label: say('risk.menu.history'),
          onSelect: () => {
            go({ kind: 'history', riskId: null });
          },
        }
      : null,
    deleted.length > 0
      ? {
          key: 'deleted',
          label: say('risk.menu.deleted', { count: deleted.length }),
          onSelect: () => {
            go({ kind: 'deleted' });
          },
        }
      : null,
    canChange
      ? {
          key: 'import',
          label: say('risk.menu.import'),
          onSelect: () => {
            go({ kind: 'import' });
          },
        }
      : null,
    isEmpty
      ? null
      : { key: 'export', label: say('risk.menu.export'), onSelect: () => void transfer('download') },
    isEmpty ? null : { key: 'copy', label: say('risk.menu.copy'), onSelect: () => void transfer('copy') },
    canChange
      ? {
          key: 'settings',
          label: say('risk.menu.settings'),
          onSelect: () => {
            go({ kind: 'settings' });
          },
        }
      : null,
    canChange && hasBegun
      ? {
          key: 'reminder',
          label: say('risk.menu.reminder'),
          isOn: opened.isReminding,
          onSelect: () => {
            void acts.remind(!opened.isReminding).then((result) => {
              setTold(
                result.ok
                  ? say(opened.isReminding ? 'risk.reminder.off' : 'risk.reminder.on')
                  : say('risk.reminder.not', { reason: troubleTitle(words, result.failure) }),
              );
            });
          },
        }
      : null,
    {
      key: 'refresh',
      label: say(isAsking ? 'risk.menu.refreshing' : 'risk.menu.refresh'),
      onSelect: () => void acts.read(),
    },
  ];

  return (
    <>
      {canChange && !isEmpty && queue.length > 0 && (
        <Button
          appearance="primary"
          data-focus="review"
          onClick={() => {
            go({ kind: 'review' });
          }}
        >
          {say('risk.review.open', { count: queue.length, minutes })}
        </Button>
      )}
      {canChange && hasBegun && (
        <Button
          data-focus="new-risk"
          onClick={() => {
            go({ kind: 'new-risk' });
          }}
        >
          {say('risk.add')}
        </Button>
      )}
      {(canChange || readOnly === 'viewer') && hasBegun && !isEditing && (
        <Button
          data-focus="pre-mortem"
          onClick={() => {
            go({ kind: 'pre-mortem' });
          }}
        >
          {say('risk.pre-mortem')}
        </Button>
      )}
      <Menu
        label={say('risk.menu.label')}
        focusKey="menu"
        items={items.filter((item): item is MenuItem => item !== null)}
      />
      <p className="register__told" role="status">
        {told}
      </p>
    </>
  );
}
