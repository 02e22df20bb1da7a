async function getOrder(ports: OrderPorts, _request: Request, id: string): Promise<Answer> {
  const order = await findOrder(id, ports.store);
  return order ? json(200, order) : problem(404, 'There is no order with this id.');
}
