using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FashionRecs.Application.Models;
using FashionRecs.Application.Notices;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Nodes;

/// <summary>The shop's servers that were heard of lately, and what each of them runs. Safe to share between threads.</summary>
public sealed class NodeRoster : IDisposable
{
    /// <summary>How often a server is to say that it is there.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (NodeState State, long At)> heard = new();
    private readonly Guid id = Guid.NewGuid();
    private readonly INotices notices;
    private readonly IFollowingProjector projector;
    private readonly TimeProvider time;
    private readonly string vocabulary;
    private readonly IDisposable following;

    /// <summary>Begins to listen.</summary>
    public NodeRoster(INotices notices, IFollowingProjector projector, AttributeVocabulary vocabulary, TimeProvider time)
    {
        (this.notices, this.projector, this.time) = (notices, projector, time);
        this.vocabulary = Describe(vocabulary);
        following = notices.Follow(NoticeKinds.Node, HearAsync);
    }

    /// <summary>This server.</summary>
    public NodeState Own => new(
        id, $"{Environment.MachineName}:{Environment.ProcessId}",
        typeof(NodeRoster).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "", vocabulary,
        projector.Fingerprint);

    /// <summary>The others, by name; one that was killed stays for a quarter of a minute.</summary>
    public IReadOnlyList<NodeState> Others => [.. heard.Values.Where(pair => !IsOld(pair.At)).Select(pair => pair.State)
        .OrderBy(state => state.Name, StringComparer.Ordinal)];

    /// <summary>Says that this server is there.</summary>
    public Task TellAsync() => notices.TellAsync(NoticeKinds.Node, JsonSerializer.Serialize(Own));

    /// <inheritdoc/>
    public void Dispose() => following.Dispose();

    private Task HearAsync(string? subject)
    {
        foreach (var (old, _) in heard.Where(pair => IsOld(pair.Value.At)))
        {
            heard.TryRemove(old, out _);
        }

        if (subject is not null && JsonSerializer.Deserialize<NodeState>(subject) is { } state && state.Id != id)
        {
            heard[state.Id] = (state, time.GetTimestamp());
        }

        return Task.CompletedTask;
    }

    private bool IsOld(long at) => time.GetElapsedTime(at) > 3 * Interval;

    private static string Describe(AttributeVocabulary vocabulary)
    {
        var codes = string.Join('\n', vocabulary.Values.Select(value => $"{value.Attribute.Code} {value.Code}"));
        return $"{vocabulary.Name} {vocabulary.Version} ({Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(codes)))[..8]})";
    }
}
