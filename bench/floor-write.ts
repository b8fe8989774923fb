/**
 * The same text from the same values by code written for these values alone, as fast as it can be: what a general emitter
 * is compared with. It checks text for delimiters and nothing else.
 */
import type { Loop2000B, Loop2300, Set837P } from '../src/guides/values/837p.ts';

const forbidden = new Uint8Array(128).fill(1, 0, 32);
for (const delimiter of '*:^~') forbidden[delimiter.charCodeAt(0)] = 1;

function checked(text: string | undefined): string {
  if (text === undefined) return '';
  for (let at = 0; at < text.length; at++)
    if (forbidden[text.charCodeAt(at)] === 1) throw new Error('a delimiter in data');
  return text;
}

const FRACTIONS = Array.from({ length: 100 }, (_, cents) =>
  cents === 0 ? '' : cents % 10 === 0 ? `.${cents / 10}` : `.${String(cents).padStart(2, '0')}`,
);
const amount = (cents: number) => Math.trunc(cents / 100) + FRACTIONS[cents % 100]!;
const date = (iso: string) => iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10);

/** Writes one set. */
export function writeByHand(set: Set837P, st02: string): string {
  let text = `ST*837*${st02}*005010X222A1~`;
  let segments = 1;
  let levels = 0;
  const put = (segment: string) => {
    segments++;
    text += `${segment}~`;
  };
  const { beginning, submitter, receiver } = set;
  put(
    `BHT*0019*00*${checked(beginning.reference)}*${date(beginning.date)}*${beginning.time.replace(':', '')}*${beginning.type}`,
  );
  put(`NM1*41*2*${checked(submitter.name.lastName)}*****46*${checked(submitter.name.id)}`);
  const [contact] = submitter.contacts;
  put(`PER*IC*${checked(contact?.name)}*TE*${checked(contact?.numbers[0]?.number)}`);
  put(`NM1*40*2*${checked(receiver.name.lastName)}*****46*${checked(receiver.name.id)}`);
  for (const provider of set.billingProviders) {
    const { billingProvider: billing, specialty } = provider;
    const own = ++levels;
    put(`HL*${own}**20*1`);
    put(`PRV*BI*PXC*${checked(specialty?.taxonomy)}`);
    put(`NM1*85*2*${checked(billing.name.lastName)}*****XX*${checked(billing.name.id)}`);
    put(`N3*${checked(billing.address.line1)}`);
    put(`N4*${checked(billing.city.city)}*${checked(billing.city.state)}*${checked(billing.city.zip)}`);
    put(`REF*EI*${checked(billing.taxId.value)}`);
    const [desk] = billing.contacts ?? [];
    put(`PER*IC*${checked(desk?.name)}*TE*${checked(desk?.numbers[0]?.number)}`);
    for (const subscriber of provider.subscribers) {
      put(`HL*${++levels}*${own}*22*0`);
      putSubscriber(subscriber, put);
      for (const claim of subscriber.claims ?? []) putClaim(claim, put);
    }
  }
  return `${text}SE*${segments + 1}*${st02}~`;
}

function putSubscriber({ coverage, subscriber, payer }: Loop2000B, put: (segment: string) => void): void {
  put(`SBR*${coverage.sequence}*18*******${checked(coverage.filingIndicator)}`);
  const { name, address, city, demographics } = subscriber;
  put(`NM1*IL*1*${checked(name.lastName)}*${checked(name.firstName)}****MI*${checked(name.id)}`);
  put(`N3*${checked(address?.line1)}`);
  put(`N4*${checked(city?.city)}*${checked(city?.state)}*${checked(city?.zip)}`);
  put(`DMG*D8*${date(demographics?.birthDate ?? '')}*${demographics?.sex ?? ''}`);
  put(`NM1*PR*2*${checked(payer.name.lastName)}*****PI*${checked(payer.name.id)}`);
}

function putClaim(loop: Loop2300, put: (segment: string) => void): void {
  const { claim, renderingProvider: rendering } = loop;
  const { location } = claim;
  put(
    `CLM*${checked(claim.patientControlNumber)}*${amount(claim.charge)}***${checked(location.facility)}:B:${checked(location.frequency)}*${claim.signature}*${claim.assignment}*${claim.benefits}*${claim.release}`,
  );
  let diagnoses = 'HI';
  for (const { list, code } of loop.diagnoses?.codes ?? []) diagnoses += `*${list}:${checked(code)}`;
  put(diagnoses);
  put(
    `NM1*82*1*${checked(rendering?.name.lastName)}*${checked(rendering?.name.firstName)}****XX*${checked(rendering?.name.id)}`,
  );
  put(`PRV*PE*PXC*${checked(rendering?.specialty?.taxonomy)}`);
  loop.serviceLines.forEach((line, index) => {
    put(`LX*${index + 1}`);
    const { service } = line;
    put(
      `SV1*HC:${checked(service?.procedure.code)}*${amount(service?.charge ?? 0)}*UN*${checked(service?.quantity)}***${(service?.pointers?.pointers ?? []).join(':')}`,
    );
    put(`DTP*472*D8*${date(line.serviceDate?.period ?? '')}`);
    put(`REF*6R*${checked(line.lineControlNumber?.value)}`);
  });
}
