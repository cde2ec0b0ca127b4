using FashionRecs.Application.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Application.Outbound;

/// <summary>Registers what asks other servers.</summary>
internal static class OutboundRegistration
{
    public static void AddOutbound(this IServiceCollection services)
    {
        services.AddSettings<OutboundOptions>("Outbound");
        services.TryAddSingleton<IHostAddresses, SystemHostAddresses>();
        services.AddSingleton<OutboundGate>();
        services.AddSingleton<OutboundClient>();
    }
}
