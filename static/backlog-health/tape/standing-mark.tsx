import type { Standing } from '../health';

/** A block of the tape in small: solid, solid with a bar, or dashed. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  return (
    <svg className={`tape__swatch tape__issue--${standing}`} width="16" height="14" aria-hidden="true">
      <rect className="tape__block" x="1" y="1" width="14" height="12" rx="2" />
      {standing === 'unready' && <path className="tape__hatch" d="M4,10 L9,4 M8,11 L13,5" />}
      {standing === 'warned' && (
        <rect className="tape__remark" x="3.5" y="8.5" width="9" height="2.5" rx="1.25" />
      )}
    </svg>
  );
}
