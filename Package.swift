// swift-tools-version:6.1
import PackageDescription

/// The language mode and the features that are on everywhere from the first line.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// As a partner's package would be built, which imports the SDK and nothing behind it.
let partner: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
]

let grpcCore = Target.Dependency.product(name: "GRPCCore", package: "grpc-swift-2")
let grpcProtobuf = Target.Dependency.product(name: "GRPCProtobuf", package: "grpc-swift-protobuf")
let grpcTransport = Target.Dependency.product(
  name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport")
let swiftProtobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let serviceLifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let certificateReloading = Target.Dependency.product(
  name: "NIOCertificateReloading", package: "swift-nio-extras")
let collections = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
  name: "o2c",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "OrderToCash", targets: ["OrderToCash", "OrderToCashAPI"]),
    .executable(name: "o2cd", targets: ["o2cd"]),
    .executable(name: "o2c", targets: ["o2c"]),
  ],
  dependencies: [
    .package(url: "https://github.com/grpc/grpc-swift-2", from: "2.4.3"),
    .package(url: "https://github.com/grpc/grpc-swift-nio-transport", from: "2.9.2"),
    .package(url: "https://github.com/grpc/grpc-swift-protobuf", from: "2.4.1"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0", traits: []),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // Who serves it.
    .target(
      name: "Domain", path: "Sources/Domain", exclude: ["Orders/TRANSITIONS.md"],
      swiftSettings: house),
    .systemLibrary(
      name: "CLibPQ", path: "Sources/CLibPQ", pkgConfig: "libpq",
      providers: [.apt(["libpq-dev"])]),
    .target(
      name: "Postgres", dependencies: ["CLibPQ"], path: "Sources/Postgres", swiftSettings: house),
    .target(
      name: "Store", dependencies: ["Domain", "Postgres"], path: "Sources/Store",
      resources: [.embedInCode("Migrations")], swiftSettings: house),
    .target(
      name: "OrderToCashAPI", dependencies: [grpcCore, grpcProtobuf, swiftProtobuf],
      path: "Sources/OrderToCashAPI", swiftSettings: house),
    .target(
      name: "Service",
      dependencies: [
        "Domain", "Store", "Postgres", "OrderToCashAPI", grpcCore, grpcProtobuf, grpcTransport,
        swiftProtobuf, serviceLifecycle, logging, metrics, coreMetrics, crypto, x509, asn1,
        nioCore, nioPosix, nioHTTP1, nioSSL, nioTLS, certificateReloading, collections,
      ],
      path: "Sources/Service", swiftSettings: house),
    .executableTarget(
      name: "o2cd",
      dependencies: [
        "Domain", "Service", "Store", "Postgres", argumentParser, serviceLifecycle, unixSignals,
        logging, crypto, x509,
      ],
      path: "Sources/o2cd", swiftSettings: house),

    // Who uses it.
    .target(
      name: "OrderToCash",
      dependencies: [
        "OrderToCashAPI", grpcCore, grpcProtobuf, grpcTransport, swiftProtobuf, serviceLifecycle,
        logging, toml, crypto,
      ],
      path: "Clients/swift", swiftSettings: house),
    .executableTarget(
      name: "o2c",
      dependencies: [
        "OrderToCash", "OrderToCashAPI", argumentParser, logging, swiftProtobuf, crypto, x509, asn1,
      ],
      path: "Clients/cli", swiftSettings: house),

    // What measures it.
    .executableTarget(
      name: "o2c-bench",
      dependencies: [
        "OrderToCash", "OrderToCashAPI", grpcCore, grpcTransport, swiftProtobuf, argumentParser,
      ],
      path: "Benchmarks/Load", swiftSettings: partner),

    // What holds it to its word.
    .target(
      name: "Simulation", dependencies: ["Domain"], path: "Tests/Simulation",
      swiftSettings: house),
    .testTarget(
      name: "DomainTests", dependencies: ["Domain"], path: "Tests/Domain", swiftSettings: house),
    .testTarget(
      name: "SimulationTests", dependencies: ["Domain", "Simulation"],
      path: "Tests/SimulationTests", swiftSettings: house),
    .testTarget(
      name: "PostgresTests", dependencies: ["Postgres"], path: "Tests/Postgres",
      swiftSettings: house),
    .testTarget(
      name: "StoreTests", dependencies: ["Store", "Postgres", "Domain", "Simulation"],
      path: "Tests/Store", swiftSettings: house),
    .testTarget(
      name: "ContractTests", dependencies: ["OrderToCashAPI", swiftProtobuf],
      path: "Tests/Contract", swiftSettings: house),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "Service", "Store", "Postgres", "Domain", "OrderToCashAPI", grpcCore, grpcProtobuf,
        grpcTransport, swiftProtobuf, serviceLifecycle, logging, metrics, coreMetrics, crypto,
        x509, asn1, nioCore, nioPosix, nioSSL, nioTLS,
      ],
      path: "Tests/Service", swiftSettings: house),
    .testTarget(
      name: "ServerTests",
      dependencies: ["o2cd", "Domain", "Postgres", "Service", "Store", logging],
      path: "Tests/o2cd", swiftSettings: house),
    .testTarget(
      name: "OrderToCashTests",
      dependencies: [
        "OrderToCash", "OrderToCashAPI", grpcCore, grpcProtobuf, grpcTransport, swiftProtobuf,
        crypto, x509, asn1,
      ],
      path: "Tests/OrderToCash", swiftSettings: house),
    .testTarget(
      name: "CLITests",
      dependencies: [
        "o2c", "OrderToCash", "OrderToCashAPI", argumentParser, swiftProtobuf, crypto, x509, asn1,
      ],
      path: "Tests/CLI", swiftSettings: house),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "o2c", "o2cd", "OrderToCash", "OrderToCashAPI", "Postgres", "Store", swiftProtobuf,
      ],
      path: "Tests/EndToEnd", swiftSettings: house),
  ]
)
