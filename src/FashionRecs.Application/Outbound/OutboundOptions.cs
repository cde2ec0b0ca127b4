using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Application.Outbound;

/// <summary>How the shop asks other servers for feeds and tells them what happened: the settings' section <c>Outbound</c>.</summary>
public sealed class OutboundOptions
{
    /// <summary>
    /// Servers inside the shop's own network that feeds and webhooks may name all the same, as <c>host</c> or <c>host:port</c>. Default
    /// none: an address that leads inside is refused.
    /// </summary>
    public IReadOnlyList<string> InsideHosts { get; set; } = [];

    /// <summary>Until another server has taken the connection and begun to answer, from 1 to 300 seconds. Default 15.</summary>
    [Range(1, 300)]
    public int AnswerSeconds { get; set; } = 15;

    /// <summary>Until a feed has arrived, from 1 to 3,600 seconds. Default 300.</summary>
    [Range(1, 3_600)]
    public int FeedSeconds { get; set; } = 300;

    /// <summary>Bytes of a feed, unpacked, from 1 to 2,147,483,647. Default 268,435,456 (256 MB).</summary>
    [Range(1, int.MaxValue)]
    public int LargestFeed { get; set; } = 256 << 20;
}
