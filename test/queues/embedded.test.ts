import { testContract } from './contract.ts';
import { embedded } from './settings.ts';

testContract(embedded);
