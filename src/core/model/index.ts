export * from './asset';
export * from './code';
export * from './coverage';
export * from './facts';
export * from './finding';
export * from './position';
export * from './record';
export * from './snapshot';
