curl -X POST http://localhost:3000/_triggers/object
