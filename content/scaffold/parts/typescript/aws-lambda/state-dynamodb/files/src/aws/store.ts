import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderStore } from '../orders/store';
import { clientSettings } from './clients';
import { setting } from './settings';

/** Records as items of a table, by their id. */
export function openStore(): OrderStore {
  const table = setting('ORDERS_TABLE');
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    async save(id, value) {
      const unlessThere = 'attribute_not_exists(id)';
      try {
        await client.send(
          new PutCommand({ TableName: table, Item: { ...value, id }, ConditionExpression: unlessThere }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    async find(id) {
      // Consistent, so that whoever placed an order finds it at once.
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }));
      return Item;
    },
  };
}
