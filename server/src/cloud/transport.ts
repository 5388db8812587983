/** One answer of the service. */
export interface Answer {
  /** The JSON object as it came, envelope included. */
  readonly body: Readonly<Record<string, unknown>>;
  /** From the body or the headers. */
  readonly requestId: string | undefined;
}

export interface CallOptions {
  /** Ends the call, the waiting before another try included, with a `cancelled` OosError. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Values that no error may repeat, such as those of NoEcho parameters; the API takes all values of Parameters for such where
   * the caller does not say. Keys are kept out anyway.
   */
  readonly secrets?: readonly string[] | undefined;
}

/** Sends one operation of the OOS API and brings its answer. */
export interface Transport {
  /**
   * `parameters` by their API names, as text: lists and maps as JSON, truth values as `true` and `false`. What has no value is
   * left out; without a RegionId that of the connection is sent. Rejects with an OosError and nothing else.
   */
  call(operation: string, parameters: Readonly<Record<string, string>>, options?: CallOptions): Promise<Answer>;
}
