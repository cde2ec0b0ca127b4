using System.ComponentModel.DataAnnotations;

namespace FashionRecs.Web.Limits;

/// <summary>
/// How much of the shop one visitor may take: the settings' section <c>Limits</c>. The numbers are far above what a person does and far
/// below what hurts others.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Whether anything is limited. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Multiplies all that holds per address, from 1 to 1,000,000: for a shop whose visitors share one, as behind a company's gateway.
    /// Default 1.
    /// </summary>
    [Range(1.0, 1_000_000.0)]
    public double AddressFactor { get; set; } = 1;

    /// <summary>Likes, openings and the like. Default 60 at once and 120 a minute; 600 and 1,200 per address.</summary>
    public VisitorRates Clicks { get; set; } = new((60, 120), (600, 1_200));

    /// <summary>Messages of what was on screen, each of up to 200 things. Default as for clicks.</summary>
    public VisitorRates Shown { get; set; } = new((60, 120), (600, 1_200));

    /// <summary>First acts of people whom the shop does not know yet; only per address. Default 20 at once and 20 a minute.</summary>
    public VisitorRates Newcomers { get; set; } = new((20, 20), (20, 20));

    /// <summary>Pages. Default 120 at once and 240 a minute; 600 and 2,400 per address.</summary>
    public VisitorRates Pages { get; set; } = new((120, 240), (600, 2_400));

    /// <summary>The catalog, searched or filtered. Default 30 at once and 90 a minute; 150 and 600 per address.</summary>
    public VisitorRates Search { get; set; } = new((30, 90), (150, 600));

    /// <summary>Suggestions while words are written. Default 60 at once and 240 a minute; 300 and 1,200 per address.</summary>
    public VisitorRates Suggestions { get; set; } = new((60, 240), (300, 1_200));

    /// <summary>
    /// Searches by a photograph, which the network has to read. Default 5 at once and 10 a minute; 20 and 30 per address.
    /// </summary>
    public VisitorRates PhotoSearch { get; set; } = new((5, 10), (20, 30));

    /// <summary>Heat maps, which the network has to draw. Default 60 at once and 120 a minute; 200 and 400 per address.</summary>
    public VisitorRates Maps { get; set; } = new((60, 120), (200, 400));

    /// <summary>Passwords, codes and passkeys that are tried. Default 10 at once and 6 a minute; 20 and 12 per address.</summary>
    public VisitorRates SignIn { get; set; } = new((10, 6), (20, 12));

    /// <summary>Accounts that are asked for, and messages about them. Default 5 at once and 2 a minute; 10 and 4 per address.</summary>
    public VisitorRates SignUp { get; set; } = new((5, 2), (10, 4));

    /// <summary>Downloading and deleting one's data. Default 5 at once and 2 a minute; 20 and 10 per address.</summary>
    public VisitorRates OwnData { get; set; } = new((5, 2), (20, 10));

    /// <summary>Tries to open a circuit. Default 60 at once and 120 a minute; 300 and 600 per address.</summary>
    public VisitorRates Connections { get; set; } = new((60, 120), (300, 600));

    /// <summary>
    /// Passwords that are tried for one account from browsers in which nobody signed in to it before. Default 10 at once and 1 a minute.
    /// </summary>
    public Rate TriesOfStrangers { get; set; } = new() { Burst = 10, PerMinute = 1 };

    /// <summary>The same in a browser in which its owner did, which strangers cannot use up. Default 10 at once and 2 a minute.</summary>
    public Rate TriesOfKnownDevice { get; set; } = new() { Burst = 10, PerMinute = 2 };

    /// <summary>Circuits that one shopper has open, at least 1. Default 12.</summary>
    [Range(1, 100_000)]
    public int CircuitsPerShopper { get; set; } = 12;

    /// <summary>Circuits that are open from one address, at least 1. Default 100.</summary>
    [Range(1, 100_000)]
    public int CircuitsPerAddress { get; set; } = 100;

    /// <summary>Circuits that are open at all, each of about 1.3 MB, at least 1. Default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int Circuits { get; set; } = 2_000;

    /// <summary>Acts in one circuit. What is done faster waits. Default 100 at once and 1,800 a minute.</summary>
    public Rate Acts { get; set; } = new() { Burst = 100, PerMinute = 1_800 };

    /// <summary>
    /// Events that are kept of one shopper; openings beyond are not, and from twice as many on nothing is. At least 100; default 20,000.
    /// </summary>
    [Range(100, 10_000_000)]
    public int EventsPerShopper { get; set; } = 20_000;

    /// <summary>Whether so much is kept of a shopper that no more of anything is: twice what shopping comes to.</summary>
    /// <param name="events">Events kept of them.</param>
    internal bool IsFull(long events) => events >= 2L * EventsPerShopper;
}
