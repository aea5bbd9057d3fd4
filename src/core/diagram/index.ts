export { diagramOf } from './layout';
export { diagramSvg } from './svg';
