/** Interchange acknowledgment TA1 (00501): one segment between ISA and GS that answers an ISA. */
import { type DataElement, dataElement, type Scalar, type SegmentUse, segment, use } from '../x12/grammar.ts';

/** Elements of the interchange level have numbers of their own (I08, I12 ...). */
function control(key: string, de: string, label: string, facts: DataElement): Scalar {
  return { kind: 'scalar', key, de, label, ...facts };
}

const TA1 = segment('TA1', 'Interchange Acknowledgment', [
  control('isa13', 'I12', 'Interchange Control Number', dataElement('N0', 9, 9, 'text')),
  control('date', 'I08', 'Interchange Date', dataElement('DT', 6, 6)),
  control('time', 'I09', 'Interchange Time', dataElement('TM', 4, 4)),
  control('result', 'I17', 'Interchange Acknowledgment Code', dataElement('ID', 1, 1)),
  control('note', 'I18', 'Interchange Note Code', dataElement('ID', 3, 3)),
]);

const NOTES = Array.from({ length: 32 }, (_, note) => String(note).padStart(3, '0')).join(' ');

/** A TA1 as it stands in an interchange. */
export const ta1: SegmentUse = use(TA1, 'ta1', 'Interchange Acknowledgment', 'S1', 20, 'RRRRR', {
  '04': 'A E R',
  '05': NOTES,
});
