import { testContract } from './contract.ts';
import { redis } from './settings.ts';

testContract(redis);
