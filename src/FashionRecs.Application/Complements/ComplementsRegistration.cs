using FashionRecs.Storage.Complements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Application.Complements;

/// <summary>Registers what goes with what.</summary>
internal static class PairingsRegistration
{
    public static IServiceCollection AddPairings(this IServiceCollection services)
    {
        services.TryAddSingleton<PairingOptions>();
        services.AddSingleton<ChoiceLog>();
        services.AddSingleton<PairingCache>();
        services.AddSingleton<PairingService>();
        return services;
    }
}
