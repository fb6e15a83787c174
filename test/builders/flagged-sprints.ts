import { p } from '#sandbox/demo/adf';
import type { Clock } from '#sandbox/clock';
import { ISSUE_TYPE } from '#sandbox/jira/ids';
import type { Adf } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

const DAY = 86_400_000;

/** What one issue of each sprint is like, and how often of so many sprints it gets into trouble. */
interface Kind {
  readonly estimate: number | null;
  readonly description: Adf;
  /** Whether it is re-estimated, carried over or left alone in the sprint of this number. */
  readonly trouble: (sprint: number) => 'reestimated' | 'carried-over' | null;
}

const doc = (...texts: readonly string[]): Adf => ({
  type: 'doc',
  version: 1,
  content: texts.map((text) => p(text)),
});

const TOLD = doc(
  'Accountants need the totals of a quarter by currency because auditors ask for them, and today they add them up by hand.',
);

/** Fourteen issues a sprint: those without an estimate get one, and thin descriptions do no worse than others. */
const KINDS: readonly Kind[] = [
  ...Array.from({ length: 4 }, (_, index): Kind => ({
    estimate: null,
    description: TOLD,
    trouble: (sprint) => ((sprint + index) % 4 === 0 ? null : 'reestimated'),
  })),
  ...Array.from({ length: 5 }, (_, index): Kind => ({
    estimate: 3,
    description: doc('Totals by currency.'),
    trouble: (sprint) => ((sprint + index) % 6 === 0 ? 'carried-over' : null),
  })),
  ...Array.from({ length: 5 }, (_, index): Kind => ({
    estimate: 2,
    description: TOLD,
    trouble: (sprint) => ((sprint + index) % 5 === 0 ? 'carried-over' : null),
  })),
];

/**
 * Plays sprints of a fortnight on a board, each with issues of its own, in site time.
 * @param by who does it all.
 * @param heard waits until the app has heard of what happened.
 */
export async function playFlaggedSprints(
  { site, clock }: { readonly site: JiraSite; readonly clock: Clock },
  boardId: number,
  { count, by, heard }: { readonly count: number; readonly by: string; readonly heard: () => Promise<void> },
): Promise<void> {
  const board = site.get('boards', boardId);
  const project = board && site.get('projects', board.projectId);
  if (board?.estimation.type !== 'field' || !project) throw new Error('Not a board that estimates.');
  const { fieldId } = board.estimation;
  const done = project.statusIds.at(-1) ?? '';
  for (let number = 0; number < count; number += 1) {
    const sprint = site.createSprint({ boardId, name: `Scored ${number + 1}` }, { by });
    const issues = KINDS.map((kind, index) => ({
      kind,
      issue: site.createIssue(
        {
          projectId: project.id,
          issueTypeId: ISSUE_TYPE.task,
          summary: `Totals of quarter ${number}.${index}`,
          description: kind.description,
          sprintId: sprint.id,
          customFields: kind.estimate === null ? {} : { [fieldId]: kind.estimate },
        },
        { by },
      ),
    }));
    site.startSprint(sprint.id, { by, endDate: clock.now() + 14 * DAY });
    await heard();
    clock.advance(3 * DAY);
    for (const { kind, issue } of issues) {
      const trouble = kind.trouble(number);
      if (trouble === 'reestimated') site.editIssue(issue.id, { customFields: { [fieldId]: 5 } }, { by });
      if (trouble !== 'carried-over') site.transitionIssue(issue.id, done, { by });
    }
    clock.advance(11 * DAY);
    site.completeSprint(sprint.id, { by, moveOpenTo: null });
  }
}
