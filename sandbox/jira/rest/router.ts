/** An endpoint that fits a path, with the values of its template. */
export interface Match<Endpoint> {
  readonly endpoint: Endpoint;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

interface Route<Endpoint> {
  readonly endpoint: Endpoint;
  readonly method: string;
  readonly path: string;
  readonly parts: readonly string[];
}

const isSlot = (part: string) => part.startsWith('{');

function fit(route: Route<unknown>, parts: readonly string[]): Record<string, string> | null {
  if (route.parts.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [place, part] of route.parts.entries()) {
    const given = parts[place] ?? '';
    if (isSlot(part)) {
      try {
        params[part.slice(1, -1)] = decodeURIComponent(given);
      } catch {
        return null;
      }
    } else if (part !== given) return null;
  }
  return params;
}

/** Finds endpoints by method and path; fixed parts win over slots. `/rest/api/2` and `latest` are not version 3 and match nothing. */
export function createRouter<Endpoint extends { readonly operation: string }>(
  endpoints: readonly Endpoint[],
) {
  const routes = endpoints
    .map((endpoint): Route<Endpoint> => {
      const [method = '', path = ''] = endpoint.operation.split(' ');
      return { endpoint, method, path, parts: path.split('/') };
    })
    .sort((a, b) => a.parts.filter(isSlot).length - b.parts.filter(isSlot).length);
  return {
    /** The match; or the methods that the path would take (none when the path is unknown). */
    find(method: string, path: string): Match<Endpoint> | { methods: string[] } {
      const parts = path.split('/');
      const methods: string[] = [];
      for (const route of routes) {
        const params = fit(route, parts);
        if (params === null) continue;
        if (route.method === method) return { endpoint: route.endpoint, method, path: route.path, params };
        methods.push(route.method);
      }
      return { methods };
    },
  };
}
