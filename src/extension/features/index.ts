import type { Feature } from '../context';
import { accepting } from './accepting';
import { assetsTree } from './assets-tree';
import { changes } from './changes';
import { claims } from './claims';
import { diagram } from './diagram';
import { documentingAll } from './documenting-all';
import { documents } from './documents';
import { explanations } from './explanations';
import { gates } from './gates';
import { ignoring } from './ignoring';
import { lifeCycle } from './life-cycle';
import { navigation } from './navigation';
import { provisionsTree } from './provisions-tree';
import { scanning } from './scanning';
import { statusBar } from './status-bar';
import { suppliers } from './suppliers';
import { threatExchange } from './threat-exchange';
import { threatModels } from './threat-models';
import { trust } from './trust';

/** Everything the extension adds to VS Code. A new feature is one file and one line here. */
export const features: readonly Feature[] = [
  assetsTree,
  provisionsTree,
  statusBar,
  scanning,
  documents,
  documentingAll,
  ignoring,
  accepting,
  changes,
  claims,
  gates,
  lifeCycle,
  explanations,
  navigation,
  threatModels,
  threatExchange,
  suppliers,
  diagram,
  trust,
];
