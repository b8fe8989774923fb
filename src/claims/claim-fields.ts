/** Which fields a claim can have, by its schema: a rule about a field that no claim has would never be broken. */
import { z } from 'zod';
import { type ClaimKind, claimKinds } from '../../schemas/claim.ts';

type Node = z.core.JSONSchema._JSONSchema;

let kinds: readonly Node[] | undefined;

/** Whether claims of a kind have the field of a JSON pointer in which `*` is each of a list. */
export function isClaimField(kind: ClaimKind, pointer: string): boolean {
  kinds ??= z.toJSONSchema(claimKinds, { io: 'input' }).oneOf ?? [];
  const root = kinds.find((one) => nodeAt(one, 'kind').some((at) => typeof at === 'object' && at.const === kind));
  if (root === undefined) return false;
  const steps = pointer.split('/').slice(1);
  return steps.reduce<readonly Node[]>((nodes, step) => nodes.flatMap((node) => nodeAt(node, step)), [root]).length > 0;
}

/** What a node has under a step, in any of its alternatives. */
function nodeAt(node: Node, step: string): readonly Node[] {
  if (typeof node === 'boolean') return [];
  const here = step === '*' ? node.items : node.properties?.[step];
  const found = here === undefined ? [] : Array.isArray(here) ? here : [here];
  return [...found, ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((one) => nodeAt(one, step))];
}
