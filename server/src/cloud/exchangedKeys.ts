import { keySource, notIssued, writtenKeys, type CredentialTools, type KeySource } from './credentialSource.ts';
