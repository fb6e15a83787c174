import '@atlaskit/css-reset';
import 'virtual:design-tokens.css';

import { startWidget } from '../widgets/start';

import { App } from './app';

void startWidget((props) => <App {...props} />);
