import { createSocket, type Socket } from 'node:dgram';
import { type Context, defaultTextMapGetter, type Link, ROOT_CONTEXT } from '@opentelemetry/api';
import { ExportResultCode } from '@opentelemetry/core';
import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import { AWSXRayPropagator } from '@opentelemetry/propagator-aws-xray';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';

/** The first line tells the daemon that a document follows, `T1S` that it is OTLP of a sampled trace. */
const header = '{"format":"json","version":1}\nT1S';
/** A datagram over IPv4 carries at most 65,507 bytes (RFC 768 and 791). */
const largestDatagram = 65_000;

/** Lambda sets the address when tracing is active; without it there is nobody to send to. */
export function createExporter(): SpanExporter | undefined {
  const [host, port] = process.env.AWS_XRAY_DAEMON_ADDRESS?.split(':') ?? [];
  return host && port ? new DaemonExporter(host, Number(port)) : undefined;
}

/**
 * Where the invocation comes from. Lambda has looked at the caller's trace already, decided whether it is sampled, and put
 * the result into this variable, anew for each invocation. A trace that is not sampled leaves no spans and costs nothing.
 */
export function originOf(_event: unknown): { parent: Context; links: Link[] } {
  const carrier = { 'x-amzn-trace-id': process.env._X_AMZN_TRACE_ID };
  return { parent: new AWSXRayPropagator().extract(ROOT_CONTEXT, carrier, defaultTextMapGetter), links: [] };
}

/**
 * Hands spans to the X-Ray daemon that Lambda runs beside every function with active tracing. That is a datagram inside the
 * machine: no layer, no extension, no request that somebody waits for, and the daemon sends while the function is frozen.
 */
class DaemonExporter implements SpanExporter {
  private socket: Socket | undefined;

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  export(spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]): void {
    Promise.all(datagramsOf(spans).map(datagram => this.send(datagram))).then(
      () => done({ code: ExportResultCode.SUCCESS }),
      (error: Error) => done({ code: ExportResultCode.FAILED, error }),
    );
  }

  async shutdown(): Promise<void> {
    this.socket?.close();
    this.socket = undefined;
  }

  private send(datagram: Buffer): Promise<void> {
    this.socket ??= createSocket('udp4').unref();
    return new Promise((resolve, reject) => {
      this.socket?.send(datagram, this.port, this.host, error => (error ? reject(error) : resolve()));
    });
  }
}

function datagramsOf(spans: ReadableSpan[]): Buffer[] {
  const body = Buffer.from(ProtobufTraceSerializer.serializeRequest(spans) ?? []).toString('base64');
  const datagram = Buffer.from(header + body);
  if (datagram.length <= largestDatagram || spans.length === 1) return [datagram];
  const half = Math.ceil(spans.length / 2);
  return [...datagramsOf(spans.slice(0, half)), ...datagramsOf(spans.slice(half))];
}
