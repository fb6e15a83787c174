export type InvocationErrorCode =
  | 'MODULE_NOT_DECLARED'
  | 'ACCESS_DENIED'
  | 'EXPORT_INVALID'
  | 'PAYLOAD_TOO_LARGE'
  | 'RESPONSE_TOO_LARGE'
  | 'FUNCTION_TIME_OUT'
  | 'FUNCTION_ERR';

/** The platform could not carry out an invocation, or the app's function threw. */
export class InvocationFailed extends Error {
  override readonly name = 'InvocationFailed';
  readonly code: InvocationErrorCode;

  constructor(code: InvocationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
