import { IssueLink } from '../../ui/issue-link';
import { Lozenge } from '../../ui/lozenge';
import { useWords, type Unit } from '../../ui/words';
import { factsOf, labelOf, toneOf } from '../findings';
import { gravestFirst, standingOf, type HealthIssue } from '../health';
import { standingWord } from '../tape/issue-words';
import { StandingMark } from '../tape/standing-mark';

/** One issue: its key opens it, the facts behind its flags stand under the summary. */
export function IssueRow({ issue, unit }: { readonly issue: HealthIssue; readonly unit: Unit }) {
  const words = useWords();
  const standing = standingOf(issue);
  const findings = gravestFirst(issue.findings);
  return (
    <tr role="row" className="issue">
      <th role="rowheader" scope="row" className="issue__key">
        <span className="issue__standing">
          <StandingMark standing={standing} />
          <span className="for-readers">{standingWord(words, standing)}</span>
        </span>
        <IssueLink issueKey={issue.key} className="issue__link" />
        {issue.sprint !== null && (
          <>
            {' '}
            <bdi className="issue__sprint">{issue.sprint.name}</bdi>
          </>
        )}
      </th>
      <td role="cell" className="issue__summary">
        <bdi>{issue.summary}</bdi>
        {findings.length > 0 && (
          <ul className="issue__facts">
            {findings.map((finding) => (
              <li key={finding.check} className="issue__fact">
                {factsOf(words, finding, unit)}
              </li>
            ))}
          </ul>
        )}
      </td>
      {unit === 'points' && (
        <td role="cell" className="issue__estimate">
          {issue.estimate === null ? (
            <>
              <span className="issue__pill" aria-hidden="true">
                –
              </span>
              <span className="for-readers">{words.say('tape.no-estimate')}</span>
            </>
          ) : (
            <span className="issue__pill">{words.number(issue.estimate)}</span>
          )}
        </td>
      )}
      <td role="cell" className="issue__flags">
        {findings.map((finding) => (
          <Lozenge key={finding.check} tone={toneOf(finding)}>
            {labelOf(words, finding)}
          </Lozenge>
        ))}
      </td>
    </tr>
  );
}
