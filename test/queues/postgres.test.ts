import { testContract } from './contract.ts';
import { postgres } from './settings.ts';

testContract(postgres);
