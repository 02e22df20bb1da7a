curl http://localhost:3000/health
curl -X POST http://localhost:3000/orders -H 'content-type: application/json' \
  -d '{"id":"ord-1001","customer":"cus-7","lines":[{"sku":"tea-green-100","quantity":2,"unitPrice":450}]}'
