/** The envelope (00501): ISA, TA1, GS and ST with their trailers, as data. What they count and repeat is the reader's to check. */
import { dataElement, type ElementType, type Scalar, type SegmentUse, segment, use } from '../x12/grammar.ts';
import { el } from './elements.ts';

/** Elements of the interchange level have numbers of their own (I08, I12 ...) and mostly one length. */
function control(key: string, de: string, label: string, type: ElementType, length: number, min = length): Scalar {
  return { kind: 'scalar', key, de, label, ...dataElement(type, min, length) };
}

const ISA = segment('ISA', 'Interchange Control Header', [
  control('authorizationQualifier', 'I01', 'Authorization Information Qualifier', 'ID', 2),
  control('authorization', 'I02', 'Authorization Information', 'AN', 10),
  control('securityQualifier', 'I03', 'Security Information Qualifier', 'ID', 2),
  control('security', 'I04', 'Security Information', 'AN', 10),
  control('senderQualifier', 'I05', 'Interchange Sender ID Qualifier', 'ID', 2),
  control('sender', 'I06', 'Interchange Sender ID', 'AN', 15),
  control('receiverQualifier', 'I05', 'Interchange Receiver ID Qualifier', 'ID', 2),
  control('receiver', 'I07', 'Interchange Receiver ID', 'AN', 15),
  control('date', 'I08', 'Interchange Date', 'DT', 6),
  control('time', 'I09', 'Interchange Time', 'TM', 4),
  control('repetitionSeparator', 'I65', 'Repetition Separator', 'AN', 1),
  control('version', 'I11', 'Interchange Control Version Number', 'ID', 5),
  control('isa13', 'I12', 'Interchange Control Number', 'N0', 9),
  control('acknowledgmentRequested', 'I13', 'Acknowledgment Requested', 'ID', 1),
  control('usage', 'I14', 'Usage Indicator', 'ID', 1),
  control('componentSeparator', 'I15', 'Component Element Separator', 'AN', 1),
]);
const TA1 = segment('TA1', 'Interchange Acknowledgment', [
  control('isa13', 'I12', 'Interchange Control Number', 'N0', 9),
  control('date', 'I08', 'Interchange Date', 'DT', 6),
  control('time', 'I09', 'Interchange Time', 'TM', 4),
  control('result', 'I17', 'Interchange Acknowledgment Code', 'ID', 1),
  control('note', 'I18', 'Interchange Note Code', 'ID', 3),
]);
const GS = segment('GS', 'Functional Group Header', [
  el('gs01', 479, 'Functional Identifier Code'),
  el('sender', 142, "Application Sender's Code"),
  el('receiver', 124, "Application Receiver's Code"),
  el('date', 373, 'Functional Group Date'),
  el('time', 337, 'Functional Group Time'),
  el('gs06', 28, 'Group Control Number'),
  el('agency', 455, 'Responsible Agency Code'),
  el('gs08', 480, 'Version / Release / Industry Identifier Code'),
]);
const ST = segment('ST', 'Transaction Set Header', [
  el('st01', 143, 'Transaction Set Identifier Code'),
  el('st02', 329, 'Transaction Set Control Number'),
  el('st03', 1705, 'Implementation Convention Reference'),
]);
const SE = segment('SE', 'Transaction Set Trailer', [
  el('segments', 96, 'Number of Included Segments'),
  el('st02', 329, 'Transaction Set Control Number'),
]);
const GE = segment('GE', 'Functional Group Trailer', [
  el('sets', 97, 'Number of Transaction Sets Included'),
  el('gs06', 28, 'Group Control Number'),
]);
const IEA = segment('IEA', 'Interchange Control Trailer', [
  control('groups', 'I16', 'Number of Included Functional Groups', 'N0', 5, 1),
  control('isa13', 'I12', 'Interchange Control Number', 'N0', 9),
]);

const PARTIES = '01 14 20 27 28 29 30 33 ZZ';
const NOTES = Array.from({ length: 32 }, (_, note) => String(note).padStart(3, '0')).join(' ');

/** A TA1 as it stands in an interchange. */
export const ta1: SegmentUse = use(TA1, 'ta1', 'Interchange Acknowledgment', 'S1', 20, 'RRRRR', {
  '04': 'A E R',
  '05': NOTES,
});

/**
 * The segments of the envelope by id. ISA02 and ISA04 are blank where there is nothing to authorize. Which versions (GS08,
 * ST03) there are is the registry's to say, and which ISA12 goes with them a rule's.
 */
export const ENVELOPE: ReadonlyMap<string, SegmentUse> = new Map(
  [
    use(ISA, 'isa', 'Interchange Control Header', 'R1', 10, 'RSRSRRRRRRRRRRRR', {
      '01': '00 03',
      '03': '00 01',
      '05 07': PARTIES,
      '14': '0 1',
      '15': 'P T',
    }),
    ta1,
    use(GS, 'gs', 'Functional Group Header', 'R1', 30, 'RRRRRRRR', {
      '01': 'BE FA HB HC HI HN HP HR HS RA',
      '07': 'X',
    }),
    use(ST, 'st', 'Transaction Set Header', 'R1', 40, 'RRS'),
    use(SE, 'se', 'Transaction Set Trailer', 'R1', 50, 'RR'),
    use(GE, 'ge', 'Functional Group Trailer', 'R1', 60, 'RR'),
    use(IEA, 'iea', 'Interchange Control Trailer', 'R1', 70, 'RR'),
  ].map((one) => [one.shape.id, one]),
);
