using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace FashionRecs.Application.Outbound;

/// <summary>
/// Asks servers of the public internet: through the gate at every connection and every redirect, past no proxy, for a bounded number of
/// bytes and a bounded time. Whatever goes wrong is one sentence. Safe to share between threads.
/// </summary>
public sealed class OutboundClient : IDisposable
{
    private const int MostRedirects = 5;
    private const string Agent = "FashionRecs/1";

    private readonly OutboundGate gate;
    private readonly OutboundOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    public OutboundClient(OutboundGate gate, OutboundOptions options, TimeProvider time)
    {
        (this.gate, this.options, this.time) = (gate, options, time);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = gate.ConnectAsync, PooledConnectionLifetime = TimeSpan.FromMinutes(2), MaxResponseHeadersLength = 64,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
    }

    /// <summary>Fetches a thing.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="into">Takes its bytes.</param>
    /// <param name="most">How many bytes it may have, unpacked.</param>
    /// <param name="atMost">How long it may take.</param>
    /// <param name="tag">Which state of it is known already; null where none is.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidDataException">It cannot be had; one sentence says why.</exception>
    public Task<OutboundAnswer> GetAsync(Uri address, Stream into, long most, TimeSpan atMost, string? tag = null,
        CancellationToken cancellation = default) => GuardAsync(atMost, async stop =>
        {
            var at = address;
            for (var step = 0; step <= MostRedirects; step++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, at);
                if (tag is not null && EntityTagHeaderValue.TryParse(tag, out var known))
                {
                    request.Headers.IfNoneMatch.Add(known);
                }

                using var answer = await SendAsync(request, stop);
                if (Redirected(answer) is { } next)
                {
                    at = at.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps
                        ? throw new InvalidDataException("The address leads from https to http.") : gate.Read(next.AbsoluteUri);
                    continue;
                }

                if (answer.IsSuccessStatusCode)
                {
                    await CopyAsync(answer.Content, into, most, stop);
                }
                else if (answer.StatusCode != HttpStatusCode.NotModified)
                {
                    throw new InvalidDataException($"The server answered {(int)answer.StatusCode}.");
                }

                return new OutboundAnswer((int)answer.StatusCode, at, answer.Headers.ETag?.ToString());
            }

            throw new InvalidDataException($"The address leads on more than {MostRedirects} times.");
        }, cancellation);

    /// <summary>Sends a message; a redirect is not followed.</summary>
    /// <returns>The HTTP status.</returns>
    /// <exception cref="InvalidDataException">There was no answer; one sentence says why.</exception>
    public Task<int> PostAsync(Uri address, byte[] body, IReadOnlyDictionary<string, string> headers, TimeSpan atMost,
        CancellationToken cancellation = default) => GuardAsync(atMost, async stop =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            foreach (var (name, value) in headers)
            {
                request.Headers.Add(name, value);
            }

            using var answer = await SendAsync(request, stop);
            return (int)answer.StatusCode;
        }, cancellation);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        using var begins = new CancellationTokenSource(TimeSpan.FromSeconds(options.AnswerSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, begins.Token);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
    }

    private static Uri? Redirected(HttpResponseMessage answer) =>
        (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location
            ? new Uri(answer.RequestMessage!.RequestUri!, location) : null;

    private async Task<T> GuardAsync<T>(TimeSpan atMost, Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new InvalidDataException("The server did not answer in time.");
        }
        catch (HttpRequestException exception) when (exception.GetBaseException() is InvalidDataException told)
        {
            throw told;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            throw new InvalidDataException("The server cannot be reached, or broke off in the middle.", exception);
        }
    }

    private static async Task CopyAsync(HttpContent content, Stream into, long most, CancellationToken cancellation)
    {
        await using var from = await content.ReadAsStreamAsync(cancellation);
        var (block, total) = (new byte[1 << 16], 0L);
        for (int read; (read = await from.ReadAsync(block, cancellation)) > 0;)
        {
            total += read;
            if (total > most)
            {
                throw new InvalidDataException($"What the server sends has more than {most >> 20} MB.");
            }

            await into.WriteAsync(block.AsMemory(0, read), cancellation);
        }
    }
}
