/**
 * Faults of a declaration that would make files unreadable: two uses that one segment could mean, keys used twice, uses that
 * no segment reaches, code sets nobody knows. Run by tests and by `claimwire audit`; the reader trusts declarations.
 */
import type { Guide, Item, Layout, LoopUse, SegmentUse } from './grammar.ts';
import { childPlan, type LoopPlan, planOf, type Target, targetsOf } from './placement.ts';

/** One fault of a declaration and the loop it is in. */
export type AuditFinding = {
  kind: 'ambiguous' | 'duplicate-key' | 'unreachable' | 'no-opener' | 'unknown-code-set';
  loop: string;
  message: string;
};

/** Every fault of a guide's declaration, which may refer to the external code sets named; none for a sound one. */
export function auditGuide(guide: Guide, codeSets: ReadonlySet<string>): AuditFinding[] {
  const findings: AuditFinding[] = [];
  const reached = new Set<SegmentUse>();
  visit(planOf(guide), (plan) => {
    findings.push(
      ...duplicateKeys(plan.loop),
      ...missingOpener(plan),
      ...ambiguities(plan, reached),
      ...unknownCodeSets(plan.loop, codeSets),
    );
  });
  visit(planOf(guide), ({ loop }) => findings.push(...unreachable(loop, reached)));
  return unique(findings);
}

function visit(plan: LoopPlan, see: (plan: LoopPlan) => void): void {
  see(plan);
  for (const item of plan.loop.items) if (item.kind === 'loop') visit(childPlan(plan, item), see);
}

/** A loop declared once and used at two places is audited at both. */
function unique(findings: readonly AuditFinding[]): AuditFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function duplicateKeys(loop: LoopUse): AuditFinding[] {
  const twice = (keys: readonly string[], where: string) =>
    keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => finding('duplicate-key', loop, `${where}: key ${key} stands twice`));
  const inLayout = (layout: Layout, where: string): AuditFinding[] => [
    ...twice(
      layout.slots.map(({ key }) => key),
      where,
    ),
    ...layout.elements.flatMap((element) =>
      element.layout === undefined ? [] : inLayout(element.layout, element.ref),
    ),
  ];
  return [
    ...twice(
      loop.items.map(({ key }) => key),
      `loop ${loop.id}`,
    ),
    ...loop.items.flatMap((item) => (item.kind === 'segment' ? inLayout(item.layout, item.shape.id) : [])),
  ];
}

function unknownCodeSets(loop: LoopUse, known: ReadonlySet<string>): AuditFinding[] {
  const inLayout = ({ elements }: Layout): AuditFinding[] =>
    elements.flatMap(({ ref, codeSet, layout }) => [
      ...(codeSet === undefined || known.has(codeSet)
        ? []
        : [finding('unknown-code-set', loop, `${ref}: code set ${codeSet} is not known`)]),
      ...(layout === undefined ? [] : inLayout(layout)),
    ]);
  return loop.items.flatMap((item) => (item.kind === 'segment' ? inLayout(item.layout) : []));
}

/** A loop is entered by its first segment, which therefore is required. */
function missingOpener({ loop, parent }: LoopPlan): AuditFinding[] {
  const [first] = loop.items;
  if (parent === undefined || (first?.kind === 'segment' && first.usage === 'R')) return [];
  return [finding('no-opener', loop, `loop ${loop.id} does not begin with a required segment`)];
}

/** With this loop innermost, no segment may fit two uses that are open to it. Notes the uses that are reached. */
function ambiguities(plan: LoopPlan, reached: Set<SegmentUse>): AuditFinding[] {
  const findings: AuditFinding[] = [];
  for (const id of idsAround(plan)) {
    const targets = targetsOf(plan, id).filter(({ implied }) => implied.length === 0);
    targets.forEach((target, index) => {
      const rival = targets.slice(0, index).find((earlier) => overlap(earlier.use, target.use));
      if (rival === undefined) reached.add(target.use);
      else findings.push(finding('ambiguous', plan.loop, `${id}: ${nameOf(rival)} and ${nameOf(target)}`));
    });
  }
  return findings;
}

const nameOf = ({ use, opens }: Target) => (opens === undefined ? use.key : `${opens.id} ${use.key}`);

/** Segment ids that this loop, its children and the loops around it use. */
function idsAround(plan: LoopPlan): Set<string> {
  const ids = new Set<string>();
  for (let at: LoopPlan | undefined = plan; at !== undefined; at = at.parent)
    for (const item of at.loop.items) ids.add(openerOf(item)?.shape.id ?? '');
  return ids;
}

function openerOf(item: Item): SegmentUse | undefined {
  if (item.kind === 'segment') return item;
  const [first] = item.items;
  return first?.kind === 'segment' ? first : undefined;
}

/** Whether one segment could fit both uses: no qualifier tells them apart. */
function overlap(one: SegmentUse, other: SegmentUse): boolean {
  return !one.qualifiers.some(({ at, part, codes }) =>
    other.qualifiers.some(
      (rival) => rival.at === at && rival.part === part && [...codes].every((code) => !rival.codes.has(code)),
    ),
  );
}

function unreachable(loop: LoopUse, reached: ReadonlySet<SegmentUse>): AuditFinding[] {
  return loop.items.flatMap((item) =>
    item.kind === 'segment' && !reached.has(item)
      ? [finding('unreachable', loop, `${item.shape.id} ${item.key} is reached by no segment`)]
      : [],
  );
}

function finding(kind: AuditFinding['kind'], loop: LoopUse, message: string): AuditFinding {
  return { kind, loop: loop.id, message };
}
