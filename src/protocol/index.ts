/** What server and clients share: names and plain types, nothing that works. */
export * from './claims';
export * from './diagram';
export * from './edits';
export * from './threat-exchange';
export * from './gate';
export * from './life-cycle';
export * from './place';
export * from './requests';
export * from './settings';
export * from './suppliers';
export * from './tree';
