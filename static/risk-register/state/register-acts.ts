import { attempt } from '../../ui/failure';

import type { Acts, ActsBasis } from './acts';
import { registerOf, registerProblemsOf, requestOf } from './wire';

type RegisterActs = Omit<Acts, 'read' | 'wish' | 'create' | 'adopt' | 'onWritten'>;

/** What can be done with the register as a whole. */
export function registerActs({ bridge, dispatch, written }: ActsBasis): RegisterActs {
  return {
    changeRegister: async (version, patch) => {
      const request = requestOf<'change-register'>({ version, patch });
      const result = await attempt(() => bridge.call('change-register', request));
      if (!result.ok) return { kind: 'failed', failure: result.failure };
      const { data } = result;
      if (data.result === 'invalid') {
        return { kind: 'invalid', problems: registerProblemsOf(data.problems) };
      }
      const register = registerOf(data.register);
      dispatch({ type: 'register', register });
      if (data.result === 'changed') written();
      return {
        kind: data.result === 'changed' ? 'done' : data.result === 'same' ? 'same' : 'clash',
        register,
      };
    },
    endReview: async (startedAt) => {
      const result = await attempt(() => bridge.call('end-review', { startedAt }));
      if (!result.ok) return result;
      dispatch({ type: 'register', register: registerOf(result.data.register) });
      if (result.data.session !== null) written();
      return { ...result, data: { session: result.data.session } };
    },
    suggest: async () => await attempt(() => bridge.call('suggest-risks', {})),
    dismissSuggestion: async (key) => {
      const result = await attempt(() => bridge.call('dismiss-suggestion', { key }));
      if (!result.ok) return result;
      dispatch({ type: 'register', register: registerOf(result.data.register) });
      dispatch({ type: 'suggestions', settledKeys: result.data.settledKeys });
      written();
      return result;
    },
    remind: async (isOn) => {
      const result = await attempt(() => bridge.call('set-reminder', { isOn }));
      if (!result.ok) return result;
      dispatch({ type: 'reminder', isReminding: result.data.isReminding });
      written();
      return result;
    },
  };
}
