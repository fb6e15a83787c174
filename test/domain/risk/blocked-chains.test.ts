import { describe, expect, it } from 'vitest';

import { longestChains } from '#src/domain/risk/blocked-chains';

const chains = (...pairs: readonly string[]) =>
  longestChains(pairs.map((pair) => ({ issueId: pair.charAt(0), blockedById: pair.charAt(1) }))).map(
    ({ rootId, blockedIds, isRing }) => `${blockedIds.join('')}${isRing ? '=' : '>'}${rootId}`,
  );

describe('longestChains', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['no links', [], []],
    ['one link', ['ab'], ['a>b']],
    ['a row, in any order', ['cd', 'ab', 'bc'], ['abc>d']],
    ['the longer of two ways', ['ad', 'ab', 'bc', 'cd'], ['abc>d']],
    ['two roots of one chain', ['ab', 'bc', 'bd'], ['ab>c', 'ab>d']],
    ['the longest first', ['ab', 'cd', 'de'], ['cd>e', 'a>b']],
    ['equally long ways: the smaller ids', ['bd', 'ad'], ['a>d']],
    ['an issue that blocks itself', ['aa'], []],
    ['a link that is there twice', ['ab', 'ab'], ['a>b']],
    ['a ring', ['bc', 'ca', 'ab'], ['bca=a']],
    ['what waits for a ring, and what the ring waits for', ['da', 'ab', 'ba', 'ae'], ['ba=a']],
    ['two rings that touch are one', ['ab', 'ba', 'bc', 'cb'], ['bca=a']],
  ])('%s', (_, links, expected) => {
    expect(chains(...links)).toEqual(expected);
  });

  it('does not drown in the number of ways', () => {
    const layers = Array.from({ length: 40 }, (_, layer) => ['l', 'r'].map((side) => `${side}${layer}`));
    const links = layers
      .slice(1)
      .flatMap((layer, index) =>
        layer.flatMap((blockedById) => (layers[index] ?? []).map((issueId) => ({ issueId, blockedById }))),
      );
    expect(longestChains(links)[0]?.blockedIds).toHaveLength(39);
  });
});
