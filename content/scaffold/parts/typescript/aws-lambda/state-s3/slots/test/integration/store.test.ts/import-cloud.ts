import { cloud } from '../support/fake-aws';
