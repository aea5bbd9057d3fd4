export { threatModelSvg } from './file-svg';
export { diagramOf } from './layout';
export { diagramSvg, TYPE_WORDS } from './svg';
