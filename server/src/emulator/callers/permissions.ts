import { ServiceError } from '../serviceError.ts';
import { accountId, type KnownKey } from './accounts.ts';

const reading = /^(?:Get|List|Validate|Describe|Generate)/;

/** Throws what the service answers when the owner of the key may not call the operation. */
export function checkPermission({ powers, user }: KnownKey, operation: string): void {
  if (powers === 'none') {
    throw new ServiceError('User.NoPermission', 401, `User has no permission to do the action: (${operation})`);
  }
  if (powers === 'all' || reading.test(operation)) return;
  const message = `You are not authorized to do this operation. Action: oos:${operation}.`;
  throw new ServiceError('NoPermission', 403, message, {
    AccessDeniedDetail: {
      AuthAction: `oos:${operation}`,
      AuthPrincipalDisplayName: user.replace(/\(.*/, ''),
      AuthPrincipalOwnerId: accountId,
      AuthPrincipalType: 'SubUser',
      NoPermissionType: 'ImplicitDeny',
      PolicyType: 'AccountLevelIdentityBasedPolicy',
    },
  });
}
