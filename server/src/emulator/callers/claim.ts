/** Who a request says it is from, and what has to hold if it is so. Both kinds of signature come down to this. */
export interface Claim {
  readonly accessKeyId: string;
  readonly securityToken: string | undefined;
  /** As sent: `YYYY-MM-DDThh:mm:ssZ`. */
  readonly date: string | undefined;
  readonly nonce: string | undefined;
  readonly signature: string;
  /** The signature that the holder of this secret would have made; undefined: none, since the body was changed on its way. */
  expected(secret: string): string | undefined;
}
