using System.Runtime.CompilerServices;
using Bunit;

namespace FashionRecs.Web.Tests;

/// <summary>How long tests of components wait for what will come: far longer than it takes, so that a busy machine fails none.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
}
